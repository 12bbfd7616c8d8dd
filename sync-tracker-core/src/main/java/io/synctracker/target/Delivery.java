package io.synctracker.target;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change on its way to one target. Immutable. */
public interface Delivery {

    /**
     * Returns the idempotency key.
     *
     * @return equal on every retry of this change, different for every other
     */
    String id();

    /** Returns the target's name. */
    String system();

    /** Returns which entity changed. */
    EntityRef entity();

    /** Returns what happened to it; several folded changes are one. */
    ChangeType action();

    /** Returns which attempt this is; the first is 1. */
    int attempt();

    /**
     * Returns the change's place among the changes of this entity.
     *
     * @return greater for every later change; a target may refuse a smaller one than it has seen
     */
    long sequence();

    /** Returns the entity's id in the target's system, if it is known. */
    Optional<String> externalId();

    /**
     * Returns the entity's attributes by name, as JSON knows them: text, numbers, booleans, lists and maps. A reference
     * to another entity is a map of its {@code type}, its {@code id}, and its {@code externalId} once this system has
     * given it one.
     *
     * @return for a delete, the last known state
     */
    Map<String, @Nullable Object> payload();

    /** Returns when the change was recorded. */
    Instant changedAt();

    /**
     * Returns the entity as it was read for this delivery, detached.
     *
     * @param <T> the entity's type
     * @param type the entity's class
     * @return empty for deletes, for snapshots, and for another type
     */
    <T> Optional<T> entityAs(Class<T> type);
}
