package io.synctracker.connector;

import io.synctracker.job.JobTrigger;
import io.synctracker.job.Overlap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be pulled. Immutable.
 *
 * @param connection the connection's name
 * @param stream one stream, or {@code null} for all
 * @param window only what falls into it, or {@code null}
 * @param force whether to pull though the connection is disabled, and an incremental stream from its beginning
 * @param overlap what becomes of it while an earlier pull of the connection has not ended
 * @param trigger what started it
 * @param requestedBy who asked for it
 * @param scheduleId the schedule that it belongs to
 */
public record PullRequest(
        String connection,
        @Nullable String stream,
        @Nullable FetchWindow window,
        boolean force,
        Overlap overlap,
        JobTrigger trigger,
        @Nullable String requestedBy,
        @Nullable Long scheduleId) {

    /**
     * Returns a request for all streams, that waits for an earlier one to end.
     *
     * @param connection the connection's name
     */
    public static PullRequest of(String connection) {
        return new PullRequest(connection, null, null, false, Overlap.WAIT, JobTrigger.APPLICATION, null, null);
    }

    /**
     * Returns this request for one stream.
     *
     * @param value the stream's name, or {@code null} for all
     */
    public PullRequest withStream(@Nullable String value) {
        return new PullRequest(connection, value, window, force, overlap, trigger, requestedBy, scheduleId);
    }

    /**
     * Returns this request with a window.
     *
     * @param value the days, or {@code null}
     */
    public PullRequest withWindow(@Nullable FetchWindow value) {
        return new PullRequest(connection, stream, value, force, overlap, trigger, requestedBy, scheduleId);
    }

    /**
     * Returns this request with what started it.
     *
     * @param by what started it
     * @param who who asked for it
     */
    public PullRequest withTrigger(JobTrigger by, @Nullable String who) {
        return new PullRequest(connection, stream, window, force, overlap, by, who, scheduleId);
    }

    /**
     * Returns this request with force, or without.
     *
     * @param value whether to pull though the connection is disabled, and an incremental stream from its beginning
     */
    public PullRequest withForce(boolean value) {
        return new PullRequest(connection, stream, window, value, overlap, trigger, requestedBy, scheduleId);
    }

    /**
     * Returns this request for a schedule, that is skipped while an earlier pull has not ended.
     *
     * @param id the schedule
     */
    public PullRequest forSchedule(long id) {
        return new PullRequest(connection, stream, window, force, Overlap.SKIP, trigger, requestedBy, id);
    }
}
