package io.synctracker.outbox;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.store.TrackedVersion;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a relay's hands; for the relay.
 *
 * @param id the entry's id
 * @param token proves that the lease is the holder's
 * @param change which entity, in which life, at which version; of several folded changes, the newest version
 * @param system the target
 * @param action what happened; several folded changes are one
 * @param unseen whether the change creates and deletes an entity of which no attempt has been made to tell
 * @param attempt which attempt this is; the first is 1
 * @param sequence the newest change in it; greater for each later change of the entity
 * @param data the stored state, or {@code null} if it is read when it is delivered
 * @param traceParent the W3C trace context of the transaction that made the change, or {@code null}
 * @param createdAt when the change was recorded
 * @param age how long ago that is
 */
public record LeasedEntry(
        long id,
        long token,
        TrackedVersion change,
        String system,
        ChangeType action,
        boolean unseen,
        int attempt,
        long sequence,
        @Nullable String data,
        @Nullable String traceParent,
        Instant createdAt,
        Duration age) {

    /** Returns which entity changed. */
    public EntityRef entity() {
        return change.entity();
    }

    /**
     * Returns this entry as if something else had happened.
     *
     * @param other what happened
     */
    public LeasedEntry withAction(ChangeType other) {
        return new LeasedEntry(
                id, token, change, system, other, unseen, attempt, sequence, data, traceParent, createdAt, age);
    }
}
