package io.synctracker.autoconfigure;

import io.synctracker.relay.Relay;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the relay when the application is up, and stops it while everything that targets need is still there. Starts
 * before the web server and stops after it, so that what the last requests have committed is still noticed.
 */
final class RelayLifecycle implements SmartLifecycle {

    /** The web server has 2048 less than the latest phase. */
    static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private final Relay relay;
    private final boolean enabled;

    RelayLifecycle(Relay relay, boolean enabled) {
        this.relay = relay;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        relay.start();
    }

    @Override
    public void stop() {
        relay.stop();
    }

    @Override
    public boolean isRunning() {
        return relay.isRunning();
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
