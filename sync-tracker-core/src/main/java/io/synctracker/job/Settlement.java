package io.synctracker.job;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a try that has ended.
 *
 * @param status where the run stands after it
 * @param outcome how the try ended, in the words of {@link JobAttempt#outcome()}
 * @param error why it did not succeed, masked
 * @param result what came of it, masked
 * @param dueAt when it is tried next; {@code null} if it is not
 * @param free whether the try does not count against the number of tries
 * @param counted whether what was counted and not yet stored belongs to the run
 */
record Settlement(
        JobStatus status,
        String outcome,
        @Nullable String error,
        @Nullable Map<String, @Nullable Object> result,
        @Nullable Instant dueAt,
        boolean free,
        boolean counted) {

    /** The run has ended. */
    static Settlement ended(JobStatus status, String outcome, @Nullable String error, boolean counted) {
        return new Settlement(status, outcome, error, null, null, false, counted);
    }

    /** The run is done. */
    static Settlement succeeded(Map<String, @Nullable Object> result) {
        return new Settlement(JobStatus.SUCCESS, "succeeded", null, result, null, false, true);
    }

    /** The run is tried again. */
    static Settlement again(String outcome, String error, Instant dueAt, boolean counted) {
        return new Settlement(JobStatus.QUEUED, outcome, error, null, dueAt, false, counted);
    }

    /** The run goes on with another try, which is one more than it would have had. */
    static Settlement goesOn(String error, Instant now) {
        return new Settlement(JobStatus.QUEUED, "timed-out", error, null, now, true, false);
    }

    /** The run goes on with another try when its system lets it, which is one more than it would have had. */
    static Settlement goesOnLater(String error, Instant dueAt) {
        return new Settlement(JobStatus.QUEUED, "deferred", error, null, dueAt, true, true);
    }

    /** The run is tried again as if this try had not been. */
    static Settlement released(String error, Instant now) {
        return new Settlement(JobStatus.QUEUED, "deferred", error, null, now, true, false);
    }
}
