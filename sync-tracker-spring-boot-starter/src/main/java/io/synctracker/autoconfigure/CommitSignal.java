package io.synctracker.autoconfigure;

import io.synctracker.relay.RelaySignal;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what has been committed to the relay once there is one. The capture comes first, since the relay's targets
 * may need the entity manager factory; what is committed before that is found by the relay's first look.
 */
final class CommitSignal implements Consumer<Set<String>> {

    private volatile @Nullable RelaySignal relay;

    void connect(RelaySignal connected) {
        relay = connected;
    }

    @Override
    public void accept(Set<String> systems) {
        RelaySignal connected = relay;
        if (connected != null) {
            connected.committed(systems);
        }
    }
}
