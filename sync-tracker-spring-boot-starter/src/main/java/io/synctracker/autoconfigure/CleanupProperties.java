package io.synctracker.autoconfigure;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When delivered changes are removed from the log. Failed ones stay until a person decides.
 *
 * @param enabled Whether this process removes them.
 * @param cron When they are removed, as Spring writes a cron expression, in the time zone of the process.
 * @param retention How long a delivered change is kept.
 */
record CleanupProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("0 0 3 * * *") String cron,
        @DefaultValue("7d") Duration retention) {

    CleanupLifecycle.Rule rule() {
        String setting = "sync-tracker.cleanup";
        return new CleanupLifecycle.Rule("Completed entries", setting, enabled, setting + ".cron", cron, retention);
    }
}
