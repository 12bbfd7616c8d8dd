package io.synctracker.tracking;

import java.sql.SQLException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Turns the driver's refusals into Spring's. */
final class SqlFailures {

    private static final SQLExceptionSubclassTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();

    private static final int MARIADB_LOCK_WAIT_TIMEOUT = 1205;
    private static final String POSTGRESQL_LOCK_NOT_AVAILABLE = "55P03";
    private static final String POSTGRESQL_CANCELED = "57014";

    private SqlFailures() {}

    /** Returns whether a statement gave up because another transaction holds a row. */
    static boolean isLockTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getErrorCode() == MARIADB_LOCK_WAIT_TIMEOUT
                            || POSTGRESQL_LOCK_NOT_AVAILABLE.equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    static DataAccessException translate(SQLException failure, String sql) {
        if (isLockTimeout(failure)) {
            return new CannotAcquireLockException("Another transaction holds what is to be written", failure);
        }
        if (POSTGRESQL_CANCELED.equals(failure.getSQLState())) {
            return new QueryTimeoutException("The database has given a statement up", failure);
        }
        DataAccessException translated = TRANSLATOR.translate("sync-tracker", sql, failure);
        return translated == null ? new UncategorizedSQLException("sync-tracker", sql, failure) : translated;
    }
}
