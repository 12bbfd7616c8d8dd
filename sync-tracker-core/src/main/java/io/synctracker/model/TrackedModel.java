package io.synctracker.model;

import io.synctracker.ChangeType;
import io.synctracker.Payload;
import java.util.Set;

/**
 * One tracked entity class, as its annotation and the settings say together. Immutable.
 *
 * @param name the logical name that is stored and sent
 * @param javaType the class that carries the annotation, or that the settings name; its subclasses belong to it
 * @param targets who receives its changes; resolved, so empty means nobody
 * @param payload what a delivery carries
 * @param coalesce whether waiting changes are folded into one
 * @param tracked which kinds of change are recorded
 */
public record TrackedModel(
        String name,
        Class<?> javaType,
        Set<String> targets,
        Payload payload,
        boolean coalesce,
        Set<ChangeType> tracked) {

    /** Copies what it is given. */
    public TrackedModel {
        targets = Set.copyOf(targets);
        tracked = Set.copyOf(tracked);
    }

    /**
     * Returns whether a kind of change is recorded.
     *
     * @param type the kind
     */
    public boolean tracks(ChangeType type) {
        return tracked.contains(type);
    }
}
