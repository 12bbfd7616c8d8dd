package io.synctracker.store;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.ClassUtils;

/**
 * Has PostgreSQL plan a statement each time. Its driver otherwise keeps statements prepared on the server, where a plan
 * that was made while a table was small stays in use while it grows by thousands of rows, until statistics are gathered.
 */
public final class FreshPlans {

    private static final boolean POSTGRES =
            ClassUtils.isPresent("org.postgresql.PGStatement", FreshPlans.class.getClassLoader());

    private FreshPlans() {}

    /**
     * Asks for a new plan each time the statement is executed; does nothing for other databases.
     *
     * @param statement a prepared statement
     * @throws SQLException if the statement is closed
     */
    public static void of(Statement statement) throws SQLException {
        if (POSTGRES) {
            Postgres.of(statement);
        }
    }

    /**
     * Returns a template whose statements are planned each time.
     *
     * @param dataSource the database
     */
    public static JdbcTemplate template(DataSource dataSource) {
        return new JdbcTemplate(dataSource) {
            @Override
            protected void applyStatementSettings(Statement statement) throws SQLException {
                super.applyStatementSettings(statement);
                FreshPlans.of(statement);
            }
        };
    }

    /** Loaded only where the driver is. */
    private static final class Postgres {

        static void of(Statement statement) throws SQLException {
            if (statement.isWrapperFor(PGStatement.class)) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
        }
    }
}
