package io.synctracker.schedule;

import io.synctracker.SyncTrackerException;

/** A schedule cannot be as it was asked for. */
public final class InvalidScheduleException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    InvalidScheduleException(String message) {
        super(message);
    }
}
