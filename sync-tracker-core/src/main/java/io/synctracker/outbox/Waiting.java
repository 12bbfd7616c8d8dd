package io.synctracker.outbox;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import io.synctracker.store.TrackedVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A due entry as a claim finds it.
 *
 * @param id the entry's id
 * @param change which entity, in which life, at which version
 * @param action what happened
 * @param attempts how often it was tried
 * @param tried whether it was ever taken, also if that did not count
 * @param headId the first entry that waits for the same entity and target
 * @param lastId the same, or another one if another one waits
 * @param newestId the newest change folded into it earlier, or {@code null}
 * @param data the stored state, or {@code null}
 * @param traceParent the trace context, or {@code null}
 * @param createdAt when the change was recorded
 * @param readAt the database's time at which this was read
 */
record Waiting(
        long id,
        TrackedVersion change,
        ChangeType action,
        int attempts,
        boolean tried,
        long headId,
        long lastId,
        @Nullable Long newestId,
        @Nullable String data,
        @Nullable String traceParent,
        Instant createdAt,
        Instant readAt) {

    static Waiting read(Dialect dialect, ResultSet row) throws SQLException {
        EntityRef entity = new EntityRef(row.getString("model_name"), row.getString("model_id"));
        return new Waiting(
                row.getLong("id"),
                new TrackedVersion(entity, row.getLong("incarnation"), row.getLong("version")),
                Codes.value(ChangeType.class, row.getString("action")),
                row.getInt("sync_attempts"),
                row.getObject("last_sync_attempt") != null,
                row.getLong("head_id"),
                row.getLong("last_id"),
                row.getObject("newest_id", Long.class),
                row.getString("data"),
                row.getString("trace_parent"),
                Objects.requireNonNull(dialect.instant(row, "created_at")),
                Objects.requireNonNull(dialect.instant(row, "db_now")));
    }

    EntityRef entity() {
        return change.entity();
    }

    boolean isHead() {
        return id == headId;
    }

    /** Returns whether it was taken before and starts over, as one does that was requeued. */
    boolean mayBeLate() {
        return tried && attempts == 0;
    }

    boolean hasFollowers() {
        return lastId != headId;
    }

    /** Returns this entry once it is leased. */
    LeasedEntry leased(String system, long token) {
        return new LeasedEntry(
                id,
                token,
                change,
                system,
                action,
                false,
                attempts + 1,
                newestId == null ? id : newestId,
                data,
                traceParent,
                createdAt,
                Duration.between(createdAt, readAt));
    }
}
