package io.synctracker.connector;

import io.synctracker.EntityRef;
import io.synctracker.SyncStatus;
import io.synctracker.store.TrackedVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known here of a record.
 *
 * @param entity the entity that is linked to it, in which life; {@code null} if none is
 * @param living whether that lives
 * @param syncedVersion which version of it the system had last
 * @param status where the link stands
 * @param changedAt when the entity was changed last
 * @param hash the hash of the content that was applied or decided about; {@code null} if there was none
 */
record Known(
        @Nullable TrackedVersion entity,
        boolean living,
        @Nullable Long syncedVersion,
        @Nullable SyncStatus status,
        @Nullable Instant changedAt,
        @Nullable String hash) {

    /** Nothing. */
    static final Known NOTHING = new Known(null, false, null, null, null, null);

    boolean linked() {
        return entity != null;
    }

    @Nullable
    EntityRef ref() {
        return entity == null ? null : entity.entity();
    }

    boolean isAs(Candidate candidate) {
        return linked() && candidate.hash().equals(hash);
    }

    /** Returns the one of two entities that lives, or else that was deleted last. */
    static Known latest(Known one, Known other) {
        if (one.living != other.living) {
            return one.living ? one : other;
        }
        return one.changedAt != null && (other.changedAt == null || one.changedAt.isAfter(other.changedAt))
                ? one
                : other;
    }

    /** Returns whether the entity was changed or deleted here since it and the record agreed. */
    boolean changedHere() {
        if (entity == null || !living && ContentHash.GONE.equals(hash)) {
            return false;
        }
        return status == SyncStatus.PENDING
                || status == SyncStatus.CONFLICT
                || syncedVersion == null
                || entity.version() > syncedVersion;
    }
}
