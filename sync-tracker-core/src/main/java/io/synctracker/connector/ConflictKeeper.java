package io.synctracker.connector;

import static java.util.Objects.requireNonNull;

import io.synctracker.EntityRef;
import io.synctracker.SyncStatus;
import io.synctracker.event.SyncConflicted;
import io.synctracker.store.TrackedVersion;
import io.synctracker.tracking.LinkChange;
import io.synctracker.tracking.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Has conflicts decided, and keeps both sides. Used in one transaction. */
final class ConflictKeeper {

    private static final String REASON =
            "Both sides have changed since they last agreed, and nobody has decided which one stands.";

    private final ConnectorParts parts;
    private final Tables tables;
    private final Pull pull;
    private final EntityWriter writer;
    private final List<Object> pending = new ArrayList<>();
    private final List<LinkChange> undecided = new ArrayList<>();

    ConflictKeeper(ConnectorParts parts, Tables tables, Pull pull, EntityWriter writer) {
        this.parts = parts;
        this.tables = tables;
        this.pull = pull;
        this.writer = writer;
    }

    /**
     * Has a conflict decided and keeps it.
     *
     * @throws RecordFailedException if the strategy fails
     */
    Resolution resolve(Change change, Known known, @Nullable Object entity) {
        EntityRef ref = requireNonNull(known.ref());
        Conflict conflict = new Conflict(
                pull.bound().system(),
                pull.bound().stream(),
                ref,
                entity == null ? Map.of() : writer.attributes(entity),
                known.changedAt(),
                change.candidate().record(),
                parts.clock().instant());
        Resolution resolution = resolved(change, conflict);
        if (known.status() == SyncStatus.CONFLICT) {
            tables.conflicts().decide(pull.bound(), change.externalId(), resolution.kind());
        }
        tables.conflicts().add(pull.bound(), ref, conflict, resolution.kind(), pull.run());
        return resolution;
    }

    private Resolution resolved(Change change, Conflict conflict) {
        try {
            return requireNonNull(pull.bound().binding().conflict().resolve(conflict), "no resolution");
        } catch (RuntimeException e) {
            Failures.throwIfNoRecordIsToBlame(e);
            throw new RecordFailedException(
                    change.candidate(), "The conflict strategy has failed: " + Failures.kinds(e) + ".");
        }
    }

    /** Notes that the system does not hold the entity as it stays here. */
    void pending(Object entity) {
        pending.add(entity);
    }

    /** Notes that nobody has won. */
    void undecided(Known known) {
        TrackedVersion entity = requireNonNull(known.entity());
        undecided.add(LinkChange.failed(entity, pull.bound().system(), SyncStatus.CONFLICT, REASON));
    }

    /** Writes what was noted, after the entities are written. */
    void mark() {
        pending.forEach(
                entity -> parts.tracker().markAsPending(entity, pull.bound().system()));
        if (!undecided.isEmpty()) {
            List<Links.Outcome> outcomes = new JdbcTemplate(parts.dataSource())
                    .execute((ConnectionCallback<List<Links.Outcome>>)
                            connection -> tables.links().write(connection, undecided));
            for (Links.Outcome outcome : requireNonNull(outcomes)) {
                if (outcome instanceof Links.Outcome.Written written) {
                    AfterCommit.publish(parts, new SyncConflicted(written.state(), REASON));
                }
            }
        }
    }
}
