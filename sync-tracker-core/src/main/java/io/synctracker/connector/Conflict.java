package io.synctracker.connector;

import io.synctracker.EntityRef;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity and its record that have both changed since they last agreed. Immutable.
 *
 * @param system the external system
 * @param stream the record's stream
 * @param entity the entity
 * @param local what the entity holds; empty if it was deleted here
 * @param localChangedAt when it was changed here, by the database's clock
 * @param remote the record
 * @param now this moment
 */
public record Conflict(
        String system,
        String stream,
        EntityRef entity,
        Map<String, @Nullable Object> local,
        @Nullable Instant localChangedAt,
        RemoteRecord remote,
        Instant now) {

    /** Copies what it is given. */
    public Conflict {
        local = Collections.unmodifiableMap(new LinkedHashMap<>(local));
    }
}
