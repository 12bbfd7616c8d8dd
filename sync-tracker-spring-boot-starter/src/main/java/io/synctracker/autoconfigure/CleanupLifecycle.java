package io.synctracker.autoconfigure;

import java.time.Duration;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

/** Removes what is old by the clock, on a thread of its own that the host's schedules never wait for. */
final class CleanupLifecycle implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(CleanupLifecycle.class);

    private final Rule rule;
    private final ToLongFunction<Duration> remove;
    private final CronTrigger trigger;
    private @Nullable ThreadPoolTaskScheduler scheduler;

    /**
     * Prepares.
     *
     * @param rule what the settings say
     * @param remove removes what is older, and returns how many
     */
    CleanupLifecycle(Rule rule, ToLongFunction<Duration> remove) {
        this.rule = rule;
        this.remove = remove;
        this.trigger = trigger(rule);
        if (rule.retention().isNegative()) {
            throw new InvalidSettingsException(
                    rule.setting() + ".retention is " + rule.retention() + ".", "Set it to 0s or longer.");
        }
    }

    /**
     * What the settings say.
     *
     * @param what what is removed
     * @param setting in front of the settings' names
     * @param enabled whether it is
     * @param cronSetting the name of the setting that says when
     * @param cron when
     * @param retention how old it must be
     */
    record Rule(String what, String setting, boolean enabled, String cronSetting, String cron, Duration retention) {}

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
        return rule.enabled();
    }

    @Override
    public int getPhase() {
        return RelayLifecycle.PHASE;
    }

    void cleanUp() {
        try {
            long removed = remove.applyAsLong(rule.retention());
            LOGGER.debug("Removed {} {} older than {}", removed, rule.what(), rule.retention());
        } catch (RuntimeException e) {
            LOGGER.warn("{} could not be removed; the next time by {} tries again", rule.what(), rule.cronSetting(), e);
        }
    }

    private static CronTrigger trigger(Rule rule) {
        try {
            return new CronTrigger(rule.cron());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(
                    rule.cronSetting() + " is '" + rule.cron() + "': " + e.getMessage() + ".",
                    "Write six fields, from seconds to the day of the week, such as \"0 0 3 * * *\"; or switch the"
                            + " cleanup off with " + rule.setting() + ".enabled=false.");
        }
    }
}
