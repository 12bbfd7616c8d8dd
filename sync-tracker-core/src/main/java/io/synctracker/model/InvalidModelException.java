package io.synctracker.model;

import io.synctracker.SyncTrackerException;

/** The annotations or settings of a tracked entity class do not fit together; the application cannot start. */
public final class InvalidModelException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what does not fit, of which class, and what to do
     */
    public InvalidModelException(String message) {
        super(message);
    }
}
