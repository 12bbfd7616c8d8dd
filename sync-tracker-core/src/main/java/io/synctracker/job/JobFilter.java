package io.synctracker.job;

import io.synctracker.SyncTrackerException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to look at, newest first. A part that is {@code null} does not matter. Immutable.
 *
 * @param service the external system
 * @param action what is done
 * @param status where they stand
 * @param targetType the kind of thing it is done to
 * @param targetId which one
 * @param requestedBy who asked for it
 * @param scheduleId the schedule that they belong to
 * @param parentId the run that they retry
 * @param trigger what started them
 * @param text a part of the error text, in any case, at most 200 characters; looked for in the newest 10 000 that match the rest
 * @param from enqueued then or later
 * @param to enqueued before then
 * @param before only runs with a smaller number; the last number of a page asks for the next one
 * @param limit how many at most, 1 to 1000
 */
public record JobFilter(
        @Nullable String service,
        @Nullable String action,
        @Nullable JobStatus status,
        @Nullable String targetType,
        @Nullable String targetId,
        @Nullable String requestedBy,
        @Nullable Long scheduleId,
        @Nullable Long parentId,
        @Nullable JobTrigger trigger,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long before,
        int limit) {

    /** All runs, a hundred at a time. */
    public static final JobFilter ALL =
            new JobFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, 100);

    private static final int MAX_LIMIT = 1000;
    private static final int MAX_TEXT = 200;

    /**
     * Checks every part.
     *
     * @throws SyncTrackerException if the limit or a text is out of its range, or the time ends before it begins
     */
    public JobFilter {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new SyncTrackerException("A page cannot have " + limit + " runs. Ask for 1 to " + MAX_LIMIT + ".");
        }
        if (text != null && text.length() > MAX_TEXT) {
            throw new SyncTrackerException(
                    "The text to look for has " + text.length() + " characters; " + MAX_TEXT + " is the limit.");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new SyncTrackerException("The time to look at ends at " + to + ", before it begins at " + from + ".");
        }
    }
}
