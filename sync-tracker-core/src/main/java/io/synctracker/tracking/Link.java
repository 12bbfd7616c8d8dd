package io.synctracker.tracking;

import io.synctracker.EntityRef;
import io.synctracker.SyncStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is stored about an entity in one system: the part of {@link io.synctracker.SyncState} that a relay needs.
 *
 * @param entity which entity
 * @param incarnation in which life
 * @param system which system
 * @param status as stored; a changed entity still shows its last status here
 * @param externalId the entity's id there, if known
 * @param syncedVersion the version that the system holds, or {@code null} if it never had one
 */
public record Link(
        EntityRef entity,
        long incarnation,
        String system,
        SyncStatus status,
        @Nullable String externalId,
        @Nullable Long syncedVersion) {

    /**
     * Returns whether the system holds a version, or a later one.
     *
     * @param version the version
     */
    public boolean covers(long version) {
        return status == SyncStatus.SYNCED && syncedVersion != null && syncedVersion >= version;
    }

    /** Returns whether the system has ever accepted the entity. */
    public boolean accepted() {
        return syncedVersion != null;
    }
}
