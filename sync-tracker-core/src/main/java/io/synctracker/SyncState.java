package io.synctracker;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one entity stands in one external system, as it was when it was read.
 *
 * @param entity which entity
 * @param system the external system's name
 * @param status where it stands; {@link SyncStatus#PENDING} as soon as the entity has changed since it was synced
 * @param externalId the entity's id in the system, if it has been told
 * @param metadata what was noted about it; never {@code null}, values may be
 * @param createdAt when the entity was created, or first seen
 * @param updatedAt when the entity last changed
 * @param deletedAt when the entity was deleted; {@code null} while it lives
 * @param firstSyncedAt when the system first had it
 * @param syncedAt when the system last had it; a failure never changes this
 * @param retryCount failed attempts since the last success
 * @param lastError why the last attempt failed; {@code null} after a success
 * @param lastAttemptAt when the last attempt ended, whatever came of it
 */
public record SyncState(
        EntityRef entity,
        String system,
        SyncStatus status,
        @Nullable String externalId,
        Map<String, @Nullable Object> metadata,
        Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable Instant firstSyncedAt,
        @Nullable Instant syncedAt,
        int retryCount,
        @Nullable String lastError,
        @Nullable Instant lastAttemptAt) {

    /** Checks what must be there, and copies the metadata. */
    public SyncState {
        requireNonNull(entity, "entity");
        requireNonNull(system, "system");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "createdAt");
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
