package io.synctracker.tracking;

import io.synctracker.EntityRef;
import io.synctracker.SyncState;
import io.synctracker.SyncStatus;
import io.synctracker.model.JsonText;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import io.synctracker.store.TrackedVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entity's row and its row for one system, which may be missing, as they were read together. */
record LinkRow(
        TrackedVersion version,
        long tombstone,
        Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant deletedAt,
        Instant readAt,
        @Nullable Stored link) {

    /** The part that is in the links' table. */
    record Stored(
            String system,
            long tombstone,
            SyncStatus status,
            @Nullable String externalId,
            @Nullable Long syncedVersion,
            @Nullable String metadata,
            @Nullable Instant firstSyncedAt,
            @Nullable Instant syncedAt,
            int retryCount,
            @Nullable String lastError,
            @Nullable Instant lastAttemptAt) {}

    static LinkRow read(Dialect dialect, ResultSet rows) throws SQLException {
        EntityRef entity = new EntityRef(rows.getString("model_name"), rows.getString("model_id"));
        String system = rows.getString("system_name");
        return new LinkRow(
                new TrackedVersion(entity, rows.getLong("incarnation"), rows.getLong("version")),
                rows.getLong("tombstone"),
                Objects.requireNonNull(dialect.instant(rows, "created_at")),
                dialect.instant(rows, "updated_at"),
                dialect.instant(rows, "deleted_at"),
                Objects.requireNonNull(dialect.instant(rows, "read_at")),
                system == null ? null : stored(dialect, rows, system));
    }

    private static Stored stored(Dialect dialect, ResultSet rows, String system) throws SQLException {
        long version = rows.getLong("synced_version");
        boolean never = rows.wasNull();
        return new Stored(
                system,
                rows.getLong("link_tombstone"),
                Codes.value(SyncStatus.class, rows.getString("sync_status")),
                rows.getString("external_id"),
                never ? null : version,
                rows.getString("metadata"),
                dialect.instant(rows, "first_synced_at"),
                dialect.instant(rows, "synced_at"),
                rows.getInt("retry_count"),
                rows.getString("last_error"),
                dialect.instant(rows, "last_attempt_at"));
    }

    /** Returns what the row becomes with a change, as the database will have it. */
    LinkRow with(LinkChange change, @Nullable String metadata) {
        Stored old = link == null
                ? new Stored(
                        change.system(), tombstone, SyncStatus.PENDING, null, null, null, null, null, 0, null, null)
                : link;
        boolean synced = change.status() == SyncStatus.SYNCED;
        boolean failed = change.error() != null;
        Long version = synced
                ? Long.valueOf(
                        Math.max(change.entity().version(), old.syncedVersion() == null ? -1 : old.syncedVersion()))
                : old.syncedVersion();
        return with(new Stored(
                change.system(),
                tombstone,
                change.status() == null ? old.status() : change.status(),
                change.externalId() == null ? old.externalId() : change.externalId(),
                version,
                metadata == null ? old.metadata() : metadata,
                synced && old.firstSyncedAt() == null ? readAt : old.firstSyncedAt(),
                synced ? readAt : old.syncedAt(),
                synced ? 0 : old.retryCount() + (failed ? 1 : 0),
                synced ? null : failed ? change.error() : old.lastError(),
                synced || failed ? readAt : old.lastAttemptAt()));
    }

    private LinkRow with(Stored stored) {
        return new LinkRow(version, tombstone, createdAt, updatedAt, deletedAt, readAt, stored);
    }

    /**
     * Returns where the entity stands.
     *
     * @param dirty whether the running transaction has changed it since
     */
    SyncState state(String system, boolean dirty) {
        Stored stored = link;
        if (stored == null) {
            return new SyncState(
                    version.entity(),
                    system,
                    SyncStatus.PENDING,
                    null,
                    Map.of(),
                    createdAt,
                    updatedAt,
                    deletedAt,
                    null,
                    null,
                    0,
                    null,
                    null);
        }
        boolean behind = dirty || stored.syncedVersion() == null || stored.syncedVersion() < version.version();
        SyncStatus status = stored.status() == SyncStatus.SYNCED && behind ? SyncStatus.PENDING : stored.status();
        return new SyncState(
                version.entity(),
                system,
                status,
                stored.externalId(),
                new LinkedHashMap<>(JsonText.readMap(stored.metadata())),
                createdAt,
                updatedAt,
                deletedAt,
                stored.firstSyncedAt(),
                stored.syncedAt(),
                stored.retryCount(),
                stored.lastError(),
                stored.lastAttemptAt());
    }
}
