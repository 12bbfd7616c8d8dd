package io.synctracker.snapshot;

import io.synctracker.SyncTrackerException;

/** A row that is to be changed is not there, or not in the external system. */
public final class UnknownRowException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    UnknownRowException(String message) {
        super(message);
    }
}
