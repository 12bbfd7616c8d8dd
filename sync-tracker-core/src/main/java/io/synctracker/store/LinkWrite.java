package io.synctracker.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt to tell a system of an entity writes into the entity's link.
 *
 * @param entity which entity, in which life, at the version that the system was told of
 * @param system which system
 * @param tombstone what the entity's row says, so that the link of a dead one gives up its external id
 * @param status the code of the new status
 * @param externalId the id there, or {@code null} for what is known
 * @param metadata the whole of what is noted, or {@code null} for what is noted already
 * @param error why the attempt failed, or {@code null} if it succeeded
 * @param at the database's time
 */
public record LinkWrite(
        TrackedVersion entity,
        String system,
        long tombstone,
        String status,
        @Nullable String externalId,
        @Nullable String metadata,
        @Nullable String error,
        Instant at) {

    boolean isSynced() {
        return status.equals("synced");
    }

    boolean isFailed() {
        return error != null;
    }

    @Nullable
    Long syncedVersion() {
        return isSynced() ? entity.version() : null;
    }

    @Nullable
    Instant syncedAt() {
        return isSynced() ? at : null;
    }
}
