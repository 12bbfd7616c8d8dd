package io.synctracker.autoconfigure;

import io.synctracker.relay.Relay;
import java.util.Set;

/** A relay of the host's own, which delivers nothing. */
final class IdleRelay implements Relay {

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
