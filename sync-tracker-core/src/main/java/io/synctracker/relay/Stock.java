package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.outbox.LeasedEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entries that a worker has taken and not yet called for, in the state that each is in. */
final class Stock {

    private final Deque<LeasedEntry> queued = new ArrayDeque<>();
    private final Map<LeasedEntry, EntityRef> held = new LinkedHashMap<>();
    private final Deque<EntryDelivery> ready = new ArrayDeque<>();

    void queue(LeasedEntry entry) {
        queued.add(entry);
    }

    boolean hasQueued() {
        return !queued.isEmpty();
    }

    boolean hasReady() {
        return !ready.isEmpty();
    }

    boolean hasHeld() {
        return !held.isEmpty();
    }

    int size() {
        return queued.size() + held.size() + ready.size();
    }

    /** Takes what is to be prepared. */
    List<LeasedEntry> takeQueued() {
        List<LeasedEntry> taken = List.copyOf(queued);
        queued.clear();
        return taken;
    }

    void add(Prepared prepared) {
        ready.addAll(prepared.ready);
        held.putAll(prepared.held);
        queued.addAll(prepared.again);
    }

    /** Takes deliveries for one call. */
    List<EntryDelivery> takeReady(int most) {
        List<EntryDelivery> taken = new ArrayList<>();
        while (taken.size() < most && !ready.isEmpty()) {
            taken.add(ready.remove());
        }
        return taken;
    }

    /** Puts back the deliveries of a call that was not made, before the others. */
    void putBack(Call call) {
        List<EntryDelivery> deliveries = call.deliveries();
        for (int i = deliveries.size() - 1; i >= 0; i--) {
            ready.addFirst(deliveries.get(i));
        }
    }

    /** Queues what waited for an entity that is no longer in hand. */
    void queueFreed(Set<EntityRef> inHand) {
        held.entrySet().removeIf(entry -> {
            boolean free = !inHand.contains(entry.getValue());
            if (free) {
                queued.add(entry.getKey());
            }
            return free;
        });
    }

    /** Returns everything. */
    List<LeasedEntry> entries() {
        List<LeasedEntry> entries = new ArrayList<>(queued);
        entries.addAll(held.keySet());
        ready.forEach(delivery -> entries.add(delivery.entry()));
        return entries;
    }

    /** Returns everything, and keeps nothing. */
    List<LeasedEntry> takeAll() {
        List<LeasedEntry> entries = entries();
        keep(Set.of());
        return entries;
    }

    /** Drops what is not among some entries. */
    void keep(Set<LeasedEntry> kept) {
        queued.retainAll(kept);
        held.keySet().retainAll(kept);
        ready.removeIf(delivery -> !kept.contains(delivery.entry()));
    }

    static Set<EntityRef> entities(List<LeasedEntry> entries) {
        Set<EntityRef> entities = new HashSet<>();
        entries.forEach(entry -> entities.add(entry.entity()));
        return entities;
    }
}
