package io.synctracker.capture;

import io.synctracker.EntityRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one transaction has changed, one change per entity, in the order of their first. Used by its thread alone. */
final class ChangeBuffer {

    private final Map<EntityRef, EntityChange> changes = new LinkedHashMap<>();
    private final Set<EntityRef> skipped = new HashSet<>();
    private final Set<String> systems = new TreeSet<>();
    private @Nullable String origin;
    private @Nullable Runnable whenRefilled;

    void add(EntityChange change) {
        if (skipped.contains(change.entity())) {
            return;
        }
        Runnable refilled = whenRefilled;
        if (changes.isEmpty() && refilled != null) {
            whenRefilled = null;
            refilled.run();
        }
        EntityChange next = change.from(origin);
        EntityChange known = changes.get(change.entity());
        EntityChange merged = known == null ? next : known.then(next);
        if (merged == null) {
            changes.remove(change.entity());
        } else {
            changes.put(change.entity(), merged);
        }
    }

    /** Forgets an entity whose create or delete is not recorded, with all else that belongs to it. */
    void skip(EntityRef entity) {
        skipped.add(entity);
        changes.remove(entity);
    }

    boolean contains(EntityRef entity) {
        return changes.containsKey(entity);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    @Nullable
    EntityChange take(EntityRef entity) {
        return changes.remove(entity);
    }

    void putBack(EntityChange change) {
        changes.put(change.entity(), change);
    }

    List<EntityChange> takeAll() {
        List<EntityChange> all = new ArrayList<>(changes.values());
        changes.clear();
        return all;
    }

    /** Asks to be told when something is added after the buffer was written down. */
    void whenRefilled(Runnable action) {
        whenRefilled = action;
    }

    /** Sets where changes come from now; returns where they came from before. */
    @Nullable
    String origin(@Nullable String system) {
        String before = origin;
        origin = system;
        return before;
    }

    /** Returns the systems that have got entries. */
    Set<String> systems() {
        return systems;
    }
}
