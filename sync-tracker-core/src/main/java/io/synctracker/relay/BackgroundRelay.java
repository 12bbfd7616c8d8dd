package io.synctracker.relay;

import java.util.Set;

/** The relay, its threads and its signals. */
final class BackgroundRelay implements Relay {

    BackgroundRelay(
            RelayStore store, RelayEntities entities, Targets targets, RelaySettings settings, RelayHooks hooks) {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return false;
    }

    @Override
    public void wake(String system) {}

    @Override
    public void committed(Set<String> systems) {}

    @Override
    public int runOnce() {
        return 0;
    }

    @Override
    public void close() {}
}
