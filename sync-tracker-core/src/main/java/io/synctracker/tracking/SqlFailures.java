package io.synctracker.tracking;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Turns the driver's refusals into Spring's. */
final class SqlFailures {

    private static final SQLExceptionSubclassTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();

    private SqlFailures() {}

    static DataAccessException translate(SQLException failure, String sql) {
        DataAccessException translated = TRANSLATOR.translate("sync-tracker", sql, failure);
        return translated == null ? new UncategorizedSQLException("sync-tracker", sql, failure) : translated;
    }
}
