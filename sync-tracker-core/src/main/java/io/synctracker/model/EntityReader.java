package io.synctracker.model;

import io.synctracker.EntityRef;
import java.util.Collection;
import java.util.Map;

/** Reads tracked entities from the database as they are now. Thread-safe. */
public interface EntityReader {

    /**
     * Reads entities in a short transaction of its own, which is over when this returns.
     *
     * @param entities which ones; of any type
     * @return what was found; an entity that is gone is absent
     * @throws RuntimeException if the database does not answer; that says nothing about any entity
     */
    Map<EntityRef, EntityRead> read(Collection<EntityRef> entities);
}
