package io.synctracker.job;

import io.synctracker.SyncTrackerException;

/** There is no run of that number, or no longer. */
public final class UnknownRunException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    private final long id;

    /**
     * Says which.
     *
     * @param id the number that was asked for
     */
    public UnknownRunException(long id) {
        super("There is no run " + id + ". It was never there, or was removed by sync-tracker.jobs.retention.");
        this.id = id;
    }

    /** Returns the number that was asked for. */
    public long id() {
        return id;
    }
}
