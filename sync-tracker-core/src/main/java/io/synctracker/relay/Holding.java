package io.synctracker.relay;

import io.synctracker.outbox.LeasedEntry;
import io.synctracker.outbox.OutboxLeases;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Until when the leases of a worker hold, by the monotonic clock, counted from before they were asked for. Lanes ask
 * while the worker renews, so it is thread-safe.
 */
final class Holding {

    private final OutboxLeases leases;
    private final Duration lease;
    private final long needed;
    private final long margin;
    private final Map<Long, Long> ends = new ConcurrentHashMap<>();

    Holding(OutboxLeases leases, Duration lease, Duration callTimeout) {
        this.leases = leases;
        this.lease = lease;
        this.needed = callTimeout.toNanos();
        // Renewing early enough that a slow database does not make lanes wait, and late enough to be rare.
        this.margin = lease.minus(callTimeout).toNanos() / 4;
    }

    /** Notes entries that were taken, or renewed, by a statement that was sent at a time. */
    void taken(Collection<LeasedEntry> entries, long sentAt) {
        entries.forEach(entry -> ends.put(entry.token(), sentAt + lease.toNanos()));
    }

    /** Returns whether a call that begins now ends, at the latest, within the leases. */
    boolean covers(Call call) {
        long now = System.nanoTime();
        return call.deliveries().stream().allMatch(delivery -> left(delivery.entry(), now) >= needed);
    }

    private long left(LeasedEntry entry, long now) {
        Long end = ends.get(entry.token());
        return end == null ? 0 : end - now;
    }

    /** Returns whether a lease, of which something may still be held, must be renewed before a call can be covered by it. */
    boolean mayNeedRenewal() {
        long now = System.nanoTime();
        return ends.values().stream().anyMatch(end -> end - now < needed + margin);
    }

    /** Renews the leases of all entries at once; returns those that are still held. */
    Set<LeasedEntry> renew(Collection<LeasedEntry> entries) {
        long sentAt = System.nanoTime();
        Set<LeasedEntry> ours = leases.renew(entries, lease);
        taken(ours, sentAt);
        return ours;
    }

    /** Forgets the leases of which nothing is held any more. */
    void keep(Collection<LeasedEntry> entries) {
        List<Long> tokens = entries.stream().map(LeasedEntry::token).toList();
        ends.keySet().retainAll(tokens);
    }
}
