package io.synctracker.snapshot;

import io.synctracker.SyncIgnored;
import io.synctracker.SyncStatus;
import io.synctracker.store.ColumnText;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity stands, on its own row: embed it. A change of it alone is no change of the entity and is sent to nobody.
 * Not thread-safe, as an entity is.
 */
@Embeddable
@Access(AccessType.FIELD)
public class SyncStatusFields {

    @SyncIgnored
    @Enumerated(EnumType.STRING)
    @Column(name = "sync_status", length = 10)
    private @Nullable SyncStatus status;

    @SyncIgnored
    @Column(name = "sync_error", length = ColumnText.MAX)
    private @Nullable String error;

    @SyncIgnored
    @Column(name = "last_synced_at")
    private @Nullable Instant lastSyncedAt;

    @SyncIgnored
    @Column(name = "content_hash", length = 64)
    private @Nullable String contentHash;

    /** Makes the state of an entity that was never synced. */
    public SyncStatusFields() {}

    /** Notes that a change waits to be made in the external system. */
    public void markPending() {
        status = SyncStatus.PENDING;
        error = null;
    }

    /**
     * Notes that the entity is what the external system holds.
     *
     * @param hash the hash of the record's content, as {@link io.synctracker.model.ContentHash} makes it
     * @param at this moment
     */
    public void markSynced(String hash, Instant at) {
        status = SyncStatus.SYNCED;
        error = null;
        contentHash = hash;
        lastSyncedAt = at;
    }

    /**
     * Notes that a change could not be made; never touches when the entity was synced.
     *
     * @param reason why, without secrets; cut to 4000 characters
     */
    public void markFailed(String reason) {
        status = SyncStatus.FAILED;
        error = ColumnText.fit(reason);
    }

    /**
     * Notes that a change was not made because the record had changed too; never touches when the entity was synced.
     *
     * @param reason what differs, without secrets; cut to 4000 characters
     */
    public void markConflict(String reason) {
        status = SyncStatus.CONFLICT;
        error = ColumnText.fit(reason);
    }

    /** Returns where the entity stands; {@code null} if it was never synced. */
    public @Nullable SyncStatus status() {
        return status;
    }

    /** Returns why the last change was not made; {@code null} if it was. */
    public @Nullable String error() {
        return error;
    }

    /** Returns when the entity was last made from its record; rows that do not change keep an old one. */
    public @Nullable Instant lastSyncedAt() {
        return lastSyncedAt;
    }

    /** Returns the hash of the record that the entity was made from. */
    public @Nullable String contentHash() {
        return contentHash;
    }
}
