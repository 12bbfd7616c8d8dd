package io.synctracker.relay;

import java.util.Set;

/** Told by whoever has committed entries. Thread-safe, never blocks and never throws. */
@FunctionalInterface
public interface RelaySignal {

    /**
     * Says that entries were committed. Wakes the relay of this process, and those of others where the database can.
     *
     * @param systems the targets that have new entries
     */
    void committed(Set<String> systems);
}
