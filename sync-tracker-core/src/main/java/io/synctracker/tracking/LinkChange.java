package io.synctracker.tracking;

import static java.util.Objects.requireNonNull;

import io.synctracker.SyncStatus;
import io.synctracker.store.TrackedVersion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to note about an entity in one system.
 *
 * @param entity which entity, in which life; for a success, at the version that the system now holds
 * @param system which system
 * @param status the new status, or {@code null} to keep the old
 * @param externalId the entity's id there, or {@code null} to keep the known one
 * @param metadata what to note, or {@code null} to keep what is noted
 * @param replaceMetadata whether the metadata takes the place of the old, rather than being merged into it
 * @param error why an attempt failed; {@code null} for a success or a mark that was no attempt
 */
public record LinkChange(
        TrackedVersion entity,
        String system,
        @Nullable SyncStatus status,
        @Nullable String externalId,
        @Nullable Map<String, ?> metadata,
        boolean replaceMetadata,
        @Nullable String error) {

    /** Checks what must be there. */
    public LinkChange {
        requireNonNull(entity, "entity");
        requireNonNull(system, "system");
    }

    /**
     * Returns that the system holds the entity.
     *
     * @param entity at the version that it holds
     * @param system which system
     * @param externalId the id there, or {@code null} to keep the known one
     * @param metadata merged into what is noted, or {@code null}
     */
    public static LinkChange synced(
            TrackedVersion entity, String system, @Nullable String externalId, @Nullable Map<String, ?> metadata) {
        return new LinkChange(entity, system, SyncStatus.SYNCED, externalId, metadata, false, null);
    }

    /**
     * Returns that an attempt failed: counts it, and touches neither the synced time nor the synced version.
     *
     * @param entity which entity
     * @param system which system
     * @param status {@link SyncStatus#PENDING} if it is tried again, else {@link SyncStatus#FAILED} or
     *     {@link SyncStatus#CONFLICT}
     * @param error why
     */
    public static LinkChange failed(TrackedVersion entity, String system, SyncStatus status, String error) {
        return new LinkChange(entity, system, status, null, null, false, requireNonNull(error, "error"));
    }
}
