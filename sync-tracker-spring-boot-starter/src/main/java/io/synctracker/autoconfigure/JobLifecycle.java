package io.synctracker.autoconfigure;

import io.synctracker.connector.ConnectorEngine;
import io.synctracker.job.JobEngine;
import io.synctracker.schedule.ScheduleParts;
import org.springframework.context.SmartLifecycle;

/** Checks what is to be pulled, and runs jobs and schedules from the start of the application to its end. */
final class JobLifecycle implements SmartLifecycle {

    private final JobEngine engine;
    private final ConnectorEngine connectors;
    private final ScheduleParts schedules;
    private final boolean enabled;

    JobLifecycle(JobEngine engine, ConnectorEngine connectors, ScheduleParts schedules, boolean enabled) {
        this.engine = engine;
        this.connectors = connectors;
        this.schedules = schedules;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        connectors.check();
        if (enabled) {
            schedules.heal();
            engine.start();
        }
    }

    @Override
    public void stop() {
        engine.stop();
    }

    @Override
    public boolean isRunning() {
        return engine.isRunning();
    }

    /** Like the relay: before the web server, and after it. */
    @Override
    public int getPhase() {
        return RelayLifecycle.PHASE;
    }
}
