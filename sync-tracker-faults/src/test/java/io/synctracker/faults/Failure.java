package io.synctracker.faults;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure as an application sees it.
 *
 * @param exception the class of what it is thrown
 * @param family the first two characters of the SQL state, which say what kind of failure it is
 * @param text what it says
 */
record Failure(String exception, @Nullable String family, String text) {

    static Failure of(Throwable thrown) {
        String state = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        String family = state == null ? null : state.substring(0, 2);
        return new Failure(thrown.getClass().getName(), family, state + " " + thrown.getMessage());
    }

    /** Returns what a program can tell of it, without words that differ from time to time. */
    String kind() {
        return exception + " " + family;
    }
}
