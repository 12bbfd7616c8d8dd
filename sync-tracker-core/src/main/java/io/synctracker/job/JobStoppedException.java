package io.synctracker.job;

import io.synctracker.SyncTrackerException;

/** Ends a try from within: it was cancelled, took too long, or is no longer this process's. */
public final class JobStoppedException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    /** Why a try ends. */
    public enum Reason {
        /** Somebody has cancelled the run. */
        CANCELLED,
        /** The time-out of its policy has passed. */
        TIMED_OUT,
        /** This process is going down; the run goes on elsewhere. */
        SHUTTING_DOWN,
        /** Another process has the run now. */
        TAKEN_OVER
    }

    private final Reason reason;

    JobStoppedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns why it ends. */
    public Reason reason() {
        return reason;
    }
}
