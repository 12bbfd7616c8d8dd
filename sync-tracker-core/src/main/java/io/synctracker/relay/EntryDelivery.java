package io.synctracker.relay;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.store.TrackedVersion;
import io.synctracker.target.Delivery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its target sees it.
 *
 * @param entry the entry
 * @param version what is delivered: the entry's version, or a later one that was read
 * @param knownId the entity's id in the system, or {@code null}
 * @param payload the attributes
 * @param source the entity as it was read, or {@code null}
 */
record EntryDelivery(
        LeasedEntry entry,
        TrackedVersion version,
        @Nullable String knownId,
        Map<String, @Nullable Object> payload,
        @Nullable Object source)
        implements Delivery {

    EntryDelivery {
        payload = Collections.unmodifiableMap(payload);
    }

    /**
     * Names the content and not the entry: a retry that carries the same change has the same key, and one that carries
     * more, because a later change was folded in or read, has another one. A system that remembers keys would else
     * answer the larger content with what it said to the smaller one, and the later change would be lost.
     */
    @Override
    public String id() {
        return entry.system() + ":" + entity().type() + ":" + entity().id() + ":" + sequence() + "-" + version.version()
                + "-" + Long.toString(recordedMicros(), Character.MAX_RADIX);
    }

    /** Counters begin again in a new or a restored database, and the system may remember what they said before. */
    private long recordedMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, entry.createdAt());
    }

    @Override
    public String system() {
        return entry.system();
    }

    @Override
    public EntityRef entity() {
        return entry.entity();
    }

    @Override
    public ChangeType action() {
        return entry.action();
    }

    @Override
    public int attempt() {
        return entry.attempt();
    }

    @Override
    public long sequence() {
        return entry.sequence();
    }

    @Override
    public Optional<String> externalId() {
        return Optional.ofNullable(knownId);
    }

    @Override
    public Instant changedAt() {
        return entry.createdAt();
    }

    @Override
    public <T> Optional<T> entityAs(Class<T> type) {
        return Optional.ofNullable(source).filter(type::isInstance).map(type::cast);
    }

    /** Returns the key alone: attributes may be personal, and this ends in logs. */
    @Override
    public String toString() {
        return "Delivery[" + id() + "]";
    }
}
