package io.synctracker.job;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a job knows of its run, and tells of it. For the thread that runs the job. */
public interface JobContext {

    /** Returns the run as it was when this try began. */
    JobRun run();

    /** Returns the payload as it was given, with nothing masked. */
    Map<String, @Nullable Object> payload();

    /** Returns which try this is, 1 for the first. */
    int attempt();

    /**
     * Goes on, or stops here; to be called between pages. Writes what was counted and how far it is, at most once a
     * second.
     *
     * @throws JobStoppedException if somebody has cancelled the run, its time is up, this process is going down, or
     *     another process has taken it over
     */
    void proceed();

    /**
     * Tells how far the work is. Kept in memory until the next {@link #proceed()} or {@link #confirm()}.
     *
     * @param done how much is done
     * @param total of how much; {@code null} if that is not known
     */
    void progress(long done, @Nullable Long total);

    /**
     * Counts something. Kept in memory as {@link #progress} is.
     *
     * @param name what is counted, such as {@code created}
     * @param by how many more
     */
    void count(String name, long by);

    /**
     * Notes in the caller's transaction that this try still owns the run, with its progress, counts and positions, and
     * keeps any other from taking the run over until the transaction ends. If that is rolled back, the run is as it was
     * at its last confirmation. To be called last in every transaction that
     * writes what came from outside: of two processes that both believe to have the run, one can commit.
     *
     * @throws JobStoppedException if the run was taken over or has ended; the transaction must be rolled back
     */
    void confirm();

    /**
     * Returns a position that an earlier try of this run, or of the run that it retries, has left.
     *
     * @param name whose position
     */
    Optional<String> position(String name);

    /**
     * Notes a position, stored by the next {@link #confirm()} in its transaction.
     *
     * @param name whose position, at most 100 characters
     * @param value the position; {@code null} forgets it
     */
    void position(String name, @Nullable String value);
}
