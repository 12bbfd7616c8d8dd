package io.synctracker.job;

import io.synctracker.SyncTrackerException;

/**
 * What runs jobs and rings timers, on this process and together with all others on the same database. Thread-safe. It can
 * enqueue before it is started and after it is stopped, and may be started again.
 */
public interface JobEngine extends AutoCloseable {

    /**
     * Makes an engine; nothing runs before it is started.
     *
     * @param parts what it is made of
     */
    static JobEngine of(JobParts parts) {
        return new DefaultJobEngine(parts, Schedulers::running);
    }

    /** Returns the runs. */
    SyncJobs jobs();

    /** Returns the timers. */
    JobTimers timers();

    /** Returns which names in a payload are sensitive. */
    SensitiveKeys sensitiveKeys();

    /**
     * Starts to run what is due. Does nothing if it is running.
     *
     * @throws SyncTrackerException if two jobs have the same service and action
     */
    void start();

    /** Stops: runs under way are asked to stop, interrupted after a time, and go on elsewhere or later. */
    void stop();

    /** Returns whether it is started and not stopped. */
    boolean isRunning();

    /** Stops. */
    @Override
    void close();
}
