package io.synctracker.model;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.hibernate.TransactionException;

/** Tells a database that does not answer from a row that cannot be read: the one passes, the other does not. */
public final class DatabaseOutage {

    /** Connection lost, transaction given up, out of resources, shut down by its operator. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    private DatabaseOutage() {}

    /**
     * Returns whether a failure would have hit any row: no connection was there, or it was lost.
     *
     * @param failure what was thrown
     */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Beginning and ending a transaction has nothing to do with any row.
            if (cause instanceof TransactionException || (cause instanceof SQLException sql && isOutage(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || (state != null && state.length() > 2 && CLASSES.contains(state.substring(0, 2)));
    }
}
