package io.synctracker.connector;

import io.synctracker.SyncTrackerException;

/** A connection cannot be made as it was asked for. */
public final class InvalidConnectionException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message which setting of which connection, and what to do; without secrets
     */
    public InvalidConnectionException(String message) {
        super(message);
    }
}
