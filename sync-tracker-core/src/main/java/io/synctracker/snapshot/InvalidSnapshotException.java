package io.synctracker.snapshot;

import io.synctracker.SyncTrackerException;

/** A snapshot cannot be made of that entity, or cannot be asked for that. */
public final class InvalidSnapshotException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    InvalidSnapshotException(String message) {
        super(message);
    }
}
