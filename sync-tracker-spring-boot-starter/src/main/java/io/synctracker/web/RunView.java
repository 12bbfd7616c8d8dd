package io.synctracker.web;

import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.JobTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is shown: what {@link JobRun} says, and how it gets on.
 *
 * @param id its number
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
 * @param result what came of it, masked
 * @param counts what was counted, by name
 * @param attempts how often it was begun
 * @param maxAttempts how often it may be begun
 * @param node the process that works, or worked last, at it
 * @param error why the last try failed, masked
 * @param cancelRequested whether somebody asked it to stop
 * @param createdAt when it was enqueued
 * @param dueAt when it is tried next
 * @param startedAt when the last try began
 * @param finishedAt when it ended
 * @param durationMillis how long the last try took, or has taken until now
 * @param progress how far it is
 */
record RunView(
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
        @Nullable String error,
        boolean cancelRequested,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long durationMillis,
        Progress progress) {

    /**
     * How far a run is.
     *
     * @param done how much is done
     * @param total of how much; {@code null} if that is not known
     * @param percent the share, 0 to 100; {@code null} if the total is not known
     * @param perSecond how many are done in a second
     * @param leftMillis how long the rest takes at that rate; {@code null} if that cannot be told
     */
    record Progress(
            long done,
            @Nullable Long total,
            @Nullable Integer percent,
            double perSecond,
            @Nullable Long leftMillis) {}

    static RunView of(JobRun run, Instant now) {
        return new RunView(
                run.id(),
                run.service(),
                run.action(),
                run.targetType(),
                run.targetId(),
                run.key(),
                run.status(),
                run.trigger(),
                run.requestedBy(),
                run.scheduleId(),
                run.parentId(),
                run.payload(),
                run.result(),
                run.counts(),
                run.attempts(),
                run.maxAttempts(),
                run.node(),
                run.error(),
                run.cancelRequested(),
                run.createdAt(),
                run.dueAt(),
                run.startedAt(),
                run.finishedAt(),
                millis(run.duration(now)),
                progress(run, now));
    }

    private static Progress progress(JobRun run, Instant now) {
        Long total = run.total();
        Integer percent = total == null || total <= 0
                ? null
                : Integer.valueOf((int) Math.max(0, Math.min(100, run.done() * 100.0 / total)));
        double rate = Math.round(run.rate(now) * 10) / 10.0;
        return new Progress(run.done(), total, percent, rate, millis(run.timeLeft(now)));
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toMillis());
    }
}
