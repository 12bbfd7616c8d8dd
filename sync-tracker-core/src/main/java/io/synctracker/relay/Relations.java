package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.model.EntityPayload;
import io.synctracker.model.TrackedModels;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which other entities a payload refers to, of those that the same system receives. */
final class Relations {

    private final String system;
    private final TrackedModels models;
    private final References references;

    Relations(String system, TrackedModels models) {
        this.system = system;
        this.models = models;
        this.references = new References(this::isReceived);
    }

    private boolean isReceived(EntityRef entity) {
        return models.byName(entity.type())
                .filter(model -> model.targets().contains(system))
                .isPresent();
    }

    /** Returns all entities that a payload refers to. */
    Set<EntityRef> references(EntityPayload payload) {
        return references.all(payload.attributes());
    }

    /** Returns those that must be in the system first, which an entity itself never is. */
    Set<EntityRef> parents(EntityRef entity, EntityPayload payload) {
        Set<EntityRef> parents = payload.entity() == null
                ? references.single(payload.attributes())
                : new LinkedHashSet<>(payload.parents());
        parents.removeIf(parent -> parent.equals(entity) || !isReceived(parent));
        return parents;
    }

    /** Returns a payload with the external ids of what it refers to. */
    Map<String, @Nullable Object> resolved(
            Map<String, @Nullable Object> attributes, Map<EntityRef, String> externalIds) {
        return references.resolved(attributes, externalIds);
    }
}
