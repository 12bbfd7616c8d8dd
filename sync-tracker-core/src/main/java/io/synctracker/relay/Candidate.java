package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.store.TrackedVersion;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry with its payload, on its way to be delivered.
 *
 * @param entry the entry
 * @param version what is delivered
 * @param knownId the entity's id in the system, or {@code null}
 * @param payload the attributes
 * @param source the entity as it was read, or {@code null}
 * @param references the tracked entities that the payload refers to
 * @param parents those of them that must be there before it
 */
record Candidate(
        LeasedEntry entry,
        TrackedVersion version,
        @Nullable String knownId,
        Map<String, @Nullable Object> payload,
        @Nullable Object source,
        Set<EntityRef> references,
        Set<EntityRef> parents) {

    EntityRef entity() {
        return entry.entity();
    }
}
