package io.synctracker.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one run. Immutable; fit to be shown, for every sensitive value is masked.
 *
 * @param id its number; a later one is larger
 * @param service the external system
 * @param action what is done
 * @param targetType the kind of thing it is done to
 * @param targetId which one
 * @param key what it runs one at a time by
 * @param status where it stands
 * @param trigger what started it
 * @param requestedBy who asked for it
 * @param scheduleId the schedule that it belongs to
 * @param parentId the run that it retries
 * @param payload what it was asked, masked
 * @param result what came of it, masked; empty before it is done
 * @param counts what was counted, by name
 * @param attempts how often it was begun
 * @param maxAttempts how often it may be begun
 * @param node the process that works, or worked last, at it
 * @param done how much is done
 * @param total of how much; {@code null} if that is not known
 * @param error why the last try failed, or why it was cancelled; masked
 * @param cancelRequested whether somebody asked it to stop
 * @param createdAt when it was enqueued
 * @param dueAt when it is tried next, while it is queued
 * @param startedAt when the last try began
 * @param finishedAt when it ended
 */
public record JobRun(
        long id,
        String service,
        String action,
        @Nullable String targetType,
        @Nullable String targetId,
        @Nullable String key,
        JobStatus status,
        JobTrigger trigger,
        @Nullable String requestedBy,
        @Nullable Long scheduleId,
        @Nullable Long parentId,
        Map<String, @Nullable Object> payload,
        Map<String, @Nullable Object> result,
        Map<String, Long> counts,
        int attempts,
        int maxAttempts,
        @Nullable String node,
        long done,
        @Nullable Long total,
        @Nullable String error,
        boolean cancelRequested,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /**
     * Returns how long the last try took, or has taken until now.
     *
     * @param now this moment
     * @return {@code null} if it was never begun
     */
    public @Nullable Duration duration(Instant now) {
        if (startedAt == null) {
            return null;
        }
        Duration taken = Duration.between(startedAt, finishedAt == null ? now : finishedAt);
        return taken.isNegative() ? Duration.ZERO : taken;
    }

    /**
     * Returns how many are done in a second.
     *
     * @param now this moment
     * @return 0 if nothing was done yet
     */
    public double rate(Instant now) {
        Duration taken = duration(now);
        return taken == null || taken.isZero() ? 0 : done * 1000.0 / Math.max(1, taken.toMillis());
    }

    /**
     * Returns how long the rest takes at the rate until now.
     *
     * @param now this moment
     * @return {@code null} if the total is not known, nothing is done yet, or it is not running
     */
    public @Nullable Duration timeLeft(Instant now) {
        double rate = rate(now);
        return total == null || rate == 0 || status != JobStatus.RUNNING
                ? null
                : Duration.ofMillis((long) (Math.max(0, total - done) * 1000.0 / rate));
    }
}
