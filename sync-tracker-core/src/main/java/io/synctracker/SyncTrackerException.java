package io.synctracker;

import org.jspecify.annotations.Nullable;

/** The root of everything that sync-tracker throws on purpose. The message says what, which, and what to do. */
public class SyncTrackerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception that nothing else caused.
     *
     * @param message what is wrong, with which, and what to do
     */
    public SyncTrackerException(String message) {
        super(message);
    }

    /**
     * Creates an exception that something else caused.
     *
     * @param message what is wrong, with which, and what to do
     * @param cause what caused it
     */
    public SyncTrackerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
