package io.synctracker.tracking;

import static java.util.Objects.requireNonNull;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.SyncState;
import io.synctracker.store.Dialect;
import io.synctracker.store.TrackedChange;
import io.synctracker.store.TrackedVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

/** Writes marks in a flushed session. */
final class Marks {

    private static final int BATCH = 500;

    private final Dialect dialect;
    private final JdbcLinks links;
    private final PendingChanges pending;

    Marks(Dialect dialect, JdbcLinks links, PendingChanges pending) {
        this.dialect = dialect;
        this.links = links;
        this.pending = pending;
    }

    /**
     * Notes that a system holds an entity with all that this transaction has changed so far. A refusal leaves those
     * changes, and the transaction, as they were.
     */
    SyncState synced(
            SessionImplementor session,
            EntityRef entity,
            String system,
            @Nullable String externalId,
            @Nullable Map<String, ?> metadata) {
        return SessionAccess.connected(
                session,
                connection -> links.statements()
                        .undoable(
                                connection,
                                () -> pending.writing(session, entity, system, written -> {
                                    TrackedVersion version = written == null ? version(session, entity) : written;
                                    return write(session, LinkChange.synced(version, system, externalId, metadata));
                                })));
    }

    /** Returns the version that is written down, and gives an entity that has none its row, at version 0. */
    TrackedVersion version(SessionImplementor session, EntityRef entity) {
        return SessionAccess.connected(session, connection -> {
            TrackedVersion known = known(connection, entity);
            return known == null ? track(connection, entity) : known;
        });
    }

    private @Nullable TrackedVersion known(Connection connection, EntityRef entity) {
        List<LinkRow> rows = links.queries().all(connection, entity);
        return rows.isEmpty() ? null : rows.get(0).version();
    }

    /**
     * Gives an entity its row. The mark covers version 0 even if another transaction has just counted it up: what that
     * one changed was not there when this one looked.
     */
    private TrackedVersion track(Connection connection, EntityRef entity) {
        long incarnation = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        try {
            dialect.ensureTracked(connection, List.of(new TrackedChange(entity, ChangeType.UPDATE, incarnation)));
        } catch (SQLException e) {
            throw SqlFailures.translate(e, "insert into " + dialect.tables().trackedEntities());
        }
        TrackedVersion row = known(connection, entity);
        return new TrackedVersion(entity, row == null ? incarnation : row.incarnation(), 0);
    }

    SyncState write(SessionImplementor session, LinkChange change) {
        return writeAll(session, List.of(change)).get(0);
    }

    private List<SyncState> writeAll(SessionImplementor session, List<LinkChange> changes) {
        List<Links.Outcome> outcomes = SessionAccess.connected(session, connection -> links.write(connection, changes));
        List<SyncState> states = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Links.Outcome.Taken taken) {
                throw taken.clash();
            }
            SyncState state = ((Links.Outcome.Written) outcomes.get(i)).state();
            states.add(state);
        }
        return states;
    }

    /** Notes many at once: those that this transaction has changed one by one, the others in batches. */
    List<SyncState> syncedAll(
            SessionImplementor session,
            Map<EntityRef, @Nullable String> externalIds,
            String system,
            ProgressListener progress) {
        refuseDoubles(externalIds, system);
        Map<EntityRef, SyncState> states = new LinkedHashMap<>();
        List<EntityRef> all = new ArrayList<>(externalIds.keySet());
        for (int from = 0; from < all.size(); from += BATCH) {
            syncBatch(session, all.subList(from, Math.min(from + BATCH, all.size())), externalIds, system, states);
            progress.progressed(Math.min(from + BATCH, all.size()), all.size());
        }
        return all.stream().map(entity -> requireNonNull(states.get(entity))).toList();
    }

    private void syncBatch(
            SessionImplementor session,
            List<EntityRef> entities,
            Map<EntityRef, @Nullable String> externalIds,
            String system,
            Map<EntityRef, SyncState> states) {
        List<EntityRef> clean = new ArrayList<>();
        for (EntityRef entity : entities) {
            if (pending.contains(session, entity)) {
                states.put(entity, synced(session, entity, system, externalIds.get(entity), null));
            } else {
                clean.add(entity);
            }
        }
        Map<EntityRef, TrackedVersion> versions =
                SessionAccess.connected(session, connection -> links.versions(connection, clean));
        List<LinkChange> changes = new ArrayList<>();
        for (EntityRef entity : clean) {
            TrackedVersion version = versions.get(entity);
            TrackedVersion covered = version == null ? version(session, entity) : version;
            changes.add(LinkChange.synced(covered, system, externalIds.get(entity), null));
        }
        writeAll(session, changes).forEach(state -> states.put(state.entity(), state));
    }

    private static void refuseDoubles(Map<EntityRef, @Nullable String> externalIds, String system) {
        Map<String, EntityRef> holders = new HashMap<>();
        externalIds.forEach((entity, externalId) -> {
            EntityRef holder = externalId == null ? null : holders.put(entity.type() + ' ' + externalId, entity);
            if (holder != null) {
                throw new ExternalIdTakenException(entity, holder, String.valueOf(externalId), system);
            }
        });
    }

    void unlink(SessionImplementor session, EntityRef entity, String system) {
        SessionAccess.connected(session, connection -> {
            TrackedVersion known = known(connection, entity);
            return known != null && links.statements().remove(connection, known, system);
        });
    }

    int move(SessionImplementor session, EntityRef from, EntityRef to) {
        TrackedVersion goal = version(session, to);
        return SessionAccess.connected(session, connection -> {
            Set<String> occupied = new HashSet<>();
            links.queries().all(connection, to).forEach(row -> systemOf(row, occupied));
            int moved = 0;
            for (LinkRow row : links.queries().all(connection, from)) {
                LinkRow.Stored link = row.link();
                if (link != null && occupied.add(link.system())) {
                    links.statements().move(connection, row.version(), goal, link.system());
                    moved++;
                }
            }
            return moved;
        });
    }

    private static void systemOf(LinkRow row, Set<String> systems) {
        LinkRow.Stored link = row.link();
        if (link != null) {
            systems.add(link.system());
        }
    }
}
