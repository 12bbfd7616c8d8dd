package io.synctracker.job;

/** Where a run stands. */
public enum JobStatus {
    /** It waits for its turn, for the first time or for another try. */
    QUEUED(false),
    /** A process works at it. */
    RUNNING(false),
    /** It is done. */
    SUCCESS(true),
    /** It was given up; a person may retry it. */
    FAILED(true),
    /** Both sides have changed; a person decides. */
    CONFLICT(true),
    /** It was cancelled or skipped. */
    CANCELLED(true);

    private final boolean finished;

    JobStatus(boolean finished) {
        this.finished = finished;
    }

    /** Returns whether nothing more happens to the run by itself. */
    public boolean finished() {
        return finished;
    }
}
