package io.synctracker.job;

import io.synctracker.SyncTrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runs of all background work. Thread-safe; every write joins the caller's transaction. */
public interface SyncJobs {

    /**
     * Enqueues a run, in the caller's transaction: if that rolls back, there never was a run.
     *
     * @param request what is to be run
     * @return the run; already cancelled if it was to be skipped and its key is taken
     * @throws UnknownJobException if no {@link SyncJob} has that service and action
     * @throws SyncTrackerException if the payload has a sensitive value and no key to encrypt it with is configured
     */
    JobRun enqueue(JobRequest request);

    /**
     * Finds a run.
     *
     * @param id its number
     */
    Optional<JobRun> find(long id);

    /**
     * Returns the tries of a run, the first one first.
     *
     * @param id its number
     * @return empty also if there is no such run
     */
    List<JobAttempt> attempts(long id);

    /**
     * Returns runs, newest first.
     *
     * @param filter which
     */
    List<JobRun> list(JobFilter filter);

    /**
     * Cancels a run: at once if it waits, at its next {@link JobContext#proceed()} if it is running.
     *
     * @param id its number
     * @param by who cancels it
     * @return the run after it; one that has ended is left as it is
     * @throws UnknownRunException if there is no such run
     */
    JobRun cancel(long id, @Nullable String by);

    /**
     * Runs a run that has ended once more, as a new run with the same payload that goes on where the old one stopped.
     *
     * @param id its number
     * @param by who retries it
     * @return the new run
     * @throws UnknownRunException if there is no such run
     * @throws SyncTrackerException if it has not ended yet, or its sensitive values are no longer kept
     */
    JobRun retry(long id, @Nullable String by);

    /**
     * Returns when a service's action last succeeded, by the end of the run and whatever it has changed.
     *
     * @param service the external system
     * @param action what is done
     * @param targetId to which one; {@code null} for any
     */
    Optional<Instant> lastSuccess(String service, String action, @Nullable String targetId);

    /** Returns how the queue stands. */
    JobQueue queue();

    /**
     * Removes runs that ended longer ago, a few at a time.
     *
     * @param retention how long to keep them
     * @return how many were removed
     */
    long cleanup(Duration retention);
}
