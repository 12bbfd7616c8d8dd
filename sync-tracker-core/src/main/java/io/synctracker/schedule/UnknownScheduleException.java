package io.synctracker.schedule;

import io.synctracker.SyncTrackerException;

/** There is no schedule of that number or name. */
public final class UnknownScheduleException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which.
     *
     * @param which the number or name that was asked for
     */
    public UnknownScheduleException(Object which) {
        super("There is no schedule '" + which + "'.");
    }
}
