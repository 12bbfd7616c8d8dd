package io.synctracker.relay;

import io.synctracker.EntityRef;

/**
 * Has an entity delivered that was never recorded for a target, because a child of it waits. Implementations are
 * thread-safe and run in a transaction of their own.
 */
@FunctionalInterface
public interface ParentEnqueuer {

    /**
     * Appends an entry that creates the entity in the target's system, at the entity's present version.
     *
     * @param parent the entity
     * @param system the target
     */
    void enqueue(EntityRef parent, String system);
}
