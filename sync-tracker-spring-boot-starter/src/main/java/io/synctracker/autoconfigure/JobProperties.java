package io.synctracker.autoconfigure;

import io.synctracker.job.JobSettings;
import io.synctracker.job.SensitiveKeys;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How work is run in the background.
 *
 * @param enabled Whether this process runs jobs and schedules; one that does not may still enqueue them.
 * @param threads How many runs this process works at at once.
 * @param pollInterval How often it looks for runs that others have enqueued.
 * @param heartbeat How often it shows that it lives.
 * @param missedHeartbeats After how many of them that are missing others take its runs over, 4 or more.
 * @param shutdownTimeout How long runs may take to come to a stop when the application does.
 * @param nodeName Name of this process in the runs' records; by default the host's name and a number.
 * @param retention How long the record of a run that has ended is kept.
 * @param cleanupCron When older records are removed, as Spring writes a cron expression.
 * @param sensitiveKeys Names in payloads whose values are masked, besides those that always are.
 */
record JobProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10") int threads,
        @DefaultValue("5s") Duration pollInterval,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("6") int missedHeartbeats,
        @DefaultValue("30s") Duration shutdownTimeout,
        @Nullable String nodeName,
        @DefaultValue("90d") Duration retention,
        @DefaultValue("0 30 3 * * *") String cleanupCron,
        @DefaultValue Set<String> sensitiveKeys) {

    CleanupLifecycle.Rule cleanup() {
        String setting = "sync-tracker.jobs";
        return new CleanupLifecycle.Rule(
                "Runs that have ended", setting, enabled, setting + ".cleanup-cron", cleanupCron, retention);
    }

    JobSettings settings() {
        Set<String> keys = new HashSet<>(SensitiveKeys.DEFAULT_KEYS);
        keys.addAll(sensitiveKeys);
        return new JobSettings(
                pollInterval,
                threads,
                heartbeat,
                missedHeartbeats,
                shutdownTimeout,
                nodeName == null ? JobSettings.DEFAULT.nodeName() : nodeName,
                keys);
    }
}
