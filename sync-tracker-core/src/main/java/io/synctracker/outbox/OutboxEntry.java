package io.synctracker.outbox;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change for one target, as a person may see it: sensitive attributes are masked.
 *
 * @param id the entry's id; of one entity and target, a greater one is later
 * @param entity which entity changed
 * @param version the entity's version after the change
 * @param system the target
 * @param action what happened; several folded changes are one
 * @param status where the entry stands
 * @param outcome in which way it was answered for; {@code null} until it is completed
 * @param attempts how often it was tried
 * @param error why the last attempt failed, or what the entry waits for, or {@code null}
 * @param note what a person noted, or {@code null}
 * @param supersededBy the entry that took its place, or {@code null}
 * @param origin the system the change came from, or {@code null} if it was made here
 * @param times when what happened
 * @param payload the stored state with {@code "***"} in place of what is sensitive; {@code null} if none is stored or if
 *     it cannot be read
 */
public record OutboxEntry(
        long id,
        EntityRef entity,
        long version,
        String system,
        ChangeType action,
        SyncLogStatus status,
        @Nullable EntryOutcome outcome,
        int attempts,
        @Nullable String error,
        @Nullable String note,
        @Nullable Long supersededBy,
        @Nullable String origin,
        Times times,
        @Nullable Map<String, @Nullable Object> payload) {

    /**
     * When what happened to an entry, by the database's clock.
     *
     * @param createdAt when the change was recorded
     * @param nextAttemptAt not before this is it tried (again); of no meaning while a relay holds it, and once it is
     *     completed or failed
     * @param lastAttemptAt when it was last tried, or {@code null}
     * @param leaseUntil until when a relay holds it, or {@code null}
     * @param completedAt when it was answered for, or {@code null}
     */
    public record Times(
            Instant createdAt,
            Instant nextAttemptAt,
            @Nullable Instant lastAttemptAt,
            @Nullable Instant leaseUntil,
            @Nullable Instant completedAt) {}
}
