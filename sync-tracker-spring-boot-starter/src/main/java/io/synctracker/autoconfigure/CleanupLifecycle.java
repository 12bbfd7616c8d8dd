package io.synctracker.autoconfigure;

import io.synctracker.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

/** Removes completed entries by the clock, on a thread of its own that the host's schedules never wait for. */
final class CleanupLifecycle implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(CleanupLifecycle.class);

    private final Outbox outbox;
    private final CleanupProperties settings;
    private final CronTrigger trigger;
    private @Nullable ThreadPoolTaskScheduler scheduler;

    CleanupLifecycle(Outbox outbox, CleanupProperties settings) {
        this.outbox = outbox;
        this.settings = settings;
        this.trigger = trigger(settings.cron());
        if (settings.retention().isNegative()) {
            throw new InvalidSettingsException(
                    "sync-tracker.cleanup.retention is " + settings.retention() + ".", "Set it to 0s or longer.");
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // stop() ends the task together with its scheduler
    public synchronized void start() {
        ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
        started.setThreadNamePrefix("sync-tracker-cleanup-");
        started.setDaemon(true);
        started.initialize();
        started.schedule(this::cleanUp, trigger);
        scheduler = started;
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.destroy();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public int getPhase() {
        return RelayLifecycle.PHASE;
    }

    void cleanUp() {
        try {
            long removed = outbox.cleanup(settings.retention());
            LOGGER.debug("Removed {} completed entries older than {}", removed, settings.retention());
        } catch (RuntimeException e) {
            LOGGER.warn(
                    "Completed entries could not be removed; the next time by sync-tracker.cleanup.cron tries again",
                    e);
        }
    }

    private static CronTrigger trigger(String cron) {
        try {
            return new CronTrigger(cron);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(
                    "sync-tracker.cleanup.cron is '" + cron + "': " + e.getMessage() + ".",
                    "Write six fields, from seconds to the day of the week, such as \"0 0 3 * * *\"; or switch the"
                            + " cleanup off with sync-tracker.cleanup.enabled=false.");
        }
    }
}
