package io.synctracker.model;

import io.synctracker.EntityRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity as it was read for a delivery.
 *
 * @param entity the entity itself, detached; {@code null} if the payload was stored
 * @param attributes its attributes as JSON knows them; a reference to another entity is a map of {@code type} and
 *     {@code id}
 * @param parents the tracked entities that it refers to
 */
public record EntityPayload(
        @Nullable Object entity, Map<String, @Nullable Object> attributes, List<EntityRef> parents) {}
