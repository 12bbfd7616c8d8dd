package io.synctracker.schedule;

import io.synctracker.SyncTrackerException;

/** A schedule cannot be as it was asked for. */
public final class InvalidScheduleException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message which part of which schedule, and what to do
     */
    public InvalidScheduleException(String message) {
        super(message);
    }
}
