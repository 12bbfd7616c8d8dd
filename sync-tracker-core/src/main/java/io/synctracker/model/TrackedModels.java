package io.synctracker.model;

import java.util.Collection;
import java.util.Optional;

/** All tracked entity classes of the application. Thread-safe; known once the entity manager factory is. */
public interface TrackedModels {

    /** Returns every model. */
    Collection<TrackedModel> all();

    /**
     * Finds a model by its logical name.
     *
     * @param name the name
     * @return empty if nothing of that name is tracked (any more)
     */
    Optional<TrackedModel> byName(String name);
}
