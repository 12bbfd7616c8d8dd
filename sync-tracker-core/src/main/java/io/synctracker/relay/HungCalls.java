package io.synctracker.relay;

import io.synctracker.EntityRef;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The entities whose call was given up but has not returned: a target that ignores interrupts may still be busy with
 * them, so this process must not call it for them a second time. Thread-safe.
 */
final class HungCalls {

    private record Key(String system, EntityRef entity) {}

    private final Set<Key> busy = ConcurrentHashMap.newKeySet();

    void add(Collection<EntryDelivery> deliveries) {
        deliveries.forEach(delivery -> busy.add(key(delivery)));
    }

    void remove(Collection<EntryDelivery> deliveries) {
        deliveries.forEach(delivery -> busy.remove(key(delivery)));
    }

    private static Key key(EntryDelivery delivery) {
        return new Key(delivery.system(), delivery.entity());
    }

    boolean contains(String system, EntityRef entity) {
        return busy.contains(new Key(system, entity));
    }

    /** Returns for how many entities a target hangs. */
    long of(String system) {
        return busy.stream().filter(key -> key.system().equals(system)).count();
    }
}
