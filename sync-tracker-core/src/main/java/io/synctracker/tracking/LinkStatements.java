package io.synctracker.tracking;

import static java.util.Objects.requireNonNull;

import io.synctracker.EntityRef;
import io.synctracker.SyncStatus;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import io.synctracker.store.FreshPlans;
import io.synctracker.store.LinkDialect;
import io.synctracker.store.LinkWrite;
import io.synctracker.store.TrackedVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes links. Values that others may change at the same time are changed by SQL and not by what was read. */
final class LinkStatements {

    private static final String KEY = " where model_name = ? and model_id = ? and incarnation = ? and system_name = ?";

    private final Dialect dialect;
    private final LinkDialect forLinks;
    private final String links;
    private final String ensure;
    private final String failed;
    private final String noted;

    LinkStatements(Dialect dialect) {
        links = dialect.tables().links();
        this.dialect = dialect;
        forLinks = dialect.forLinks();
        ensure = dialect.ensureLink();
        failed = "update " + links + " set tombstone = ?, external_id = coalesce(?, external_id),"
                + " metadata = coalesce(?, metadata), sync_status = ?, retry_count = retry_count + 1, last_error = ?,"
                + " last_attempt_at = ?" + KEY;
        noted = "update " + links + " set tombstone = ?, external_id = coalesce(?, external_id),"
                + " metadata = coalesce(?, metadata), sync_status = coalesce(?, sync_status)" + KEY;
    }

    /** A change that is ready to be written. */
    record Write(LinkChange change, LinkRow after, @Nullable String metadata) {

        LinkWrite stored() {
            SyncStatus status = change.status() == null ? SyncStatus.PENDING : change.status();
            return new LinkWrite(
                    change.entity(),
                    change.system(),
                    after.tombstone(),
                    Codes.of(status),
                    change.externalId(),
                    metadata,
                    change.error(),
                    after.readAt());
        }
    }

    /** Runs a step so that a refusal of the database undoes it alone and leaves the transaction usable. */
    <R> R undoable(Connection connection, Supplier<R> step) {
        try {
            Savepoint savepoint = connection.setSavepoint();
            try {
                R result = step.get();
                connection.releaseSavepoint(savepoint);
                return result;
            } catch (RuntimeException e) {
                rollback(connection, savepoint, e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(e, "savepoint");
        }
    }

    /** Runs a step that gives up rather than wait for a lock. */
    <R> R impatiently(Connection connection, String system, Supplier<R> step) {
        execute(links, () -> forLinks.stopWaiting(connection));
        try {
            R result = step.get();
            execute(links, () -> forLinks.beginToWait(connection));
            return result;
        } catch (RuntimeException | Error e) {
            waitAgain(connection, e);
            if (SqlFailures.isLockTimeout(e)) {
                throw new LinkBusyException(system);
            }
            throw e;
        }
    }

    private void waitAgain(Connection connection, Throwable reason) {
        try {
            forLinks.beginToWait(connection);
        } catch (SQLException e) {
            // The connection is lost, and with it what was set on it.
            reason.addSuppressed(e);
        }
    }

    private static void rollback(Connection connection, Savepoint savepoint, RuntimeException reason) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            // The database has ended the whole transaction, as after a deadlock: the reason says so.
            reason.addSuppressed(e);
        }
    }

    /** Makes the links that are missing, bare, in the order of their keys. */
    void ensure(Connection connection, List<LinkChange> changes) {
        List<LinkChange> ordered = new ArrayList<>(changes);
        ordered.sort(Comparator.comparing(
                        (LinkChange change) -> change.entity().entity().type())
                .thenComparing(change -> change.entity().entity().id()));
        batch(connection, ensure, ordered, (statement, change) -> {
            int index = bindKey(statement, 1, change.entity(), change.system());
            statement.setLong(index, 0);
        });
    }

    /**
     * Writes changes of links that are there.
     *
     * @param atOnce whether they may be locked in any order, rather than in that of their keys
     */
    void write(Connection connection, List<Write> writes, boolean atOnce) {
        List<Write> ordered = new ArrayList<>(writes);
        ordered.sort(Comparator.comparing(
                        (Write write) -> write.change().entity().entity().type())
                .thenComparing(write -> write.change().entity().entity().id()));
        List<Write> others = ordered.stream()
                .filter(write -> !isSynced(write) && !isFailed(write))
                .toList();
        writeSynced(
                connection, ordered.stream().filter(LinkStatements::isSynced).toList(), atOnce);
        batch(
                connection,
                failed,
                ordered.stream().filter(LinkStatements::isFailed).toList(),
                this::bindFailed);
        batch(connection, noted, others, LinkStatements::bindNoted);
    }

    private void writeSynced(Connection connection, List<Write> writes, boolean atOnce) {
        if (writes.isEmpty()) {
            return;
        }
        List<LinkWrite> rows = stored(writes);
        execute(links, () -> {
            if (atOnce) {
                forLinks.updateSyncedAtOnce(connection, rows);
            } else {
                forLinks.updateSynced(connection, rows);
            }
        });
    }

    /** Makes links that are missing, complete at once; a duplicate fails the transaction. */
    void insert(Connection connection, List<Write> writes) {
        if (!writes.isEmpty()) {
            execute(links, () -> forLinks.insertLinks(connection, stored(writes)));
        }
    }

    private static List<LinkWrite> stored(List<Write> writes) {
        return writes.stream().map(Write::stored).toList();
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static void execute(String what, Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw SqlFailures.translate(e, what);
        }
    }

    private void bindFailed(PreparedStatement statement, Write write) throws SQLException {
        int index = bindCommon(statement, write);
        statement.setString(index++, Codes.of(requireNonNull(write.change().status())));
        statement.setString(index++, write.change().error());
        bindTime(statement, index++, write.after().readAt());
        bindKey(statement, index, write);
    }

    private static void bindNoted(PreparedStatement statement, Write write) throws SQLException {
        int index = bindCommon(statement, write);
        SyncStatus status = write.change().status();
        statement.setString(index++, status == null ? null : Codes.of(status));
        bindKey(statement, index, write);
    }

    private static boolean isSynced(Write write) {
        return write.change().status() == SyncStatus.SYNCED;
    }

    private static boolean isFailed(Write write) {
        return write.change().error() != null;
    }

    private interface RowBinder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    private static <T> void batch(Connection connection, String sql, List<T> rows, RowBinder<T> binder) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            FreshPlans.of(statement);
            for (T row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw SqlFailures.translate(e, sql);
        }
    }

    private void bindTime(PreparedStatement statement, int index, @Nullable Instant time) throws SQLException {
        statement.setObject(index, time == null ? null : dialect.parameter(time));
    }

    private static int bindCommon(PreparedStatement statement, Write write) throws SQLException {
        statement.setLong(1, write.after().tombstone());
        statement.setString(2, write.change().externalId());
        statement.setString(3, write.metadata());
        return 4;
    }

    private static int bindKey(PreparedStatement statement, int index, Write write) throws SQLException {
        return bindKey(statement, index, write.change().entity(), write.change().system());
    }

    private static int bindKey(PreparedStatement statement, int index, TrackedVersion entity, String system)
            throws SQLException {
        EntityRef ref = entity.entity();
        statement.setString(index++, ref.type());
        statement.setString(index++, ref.id());
        statement.setLong(index++, entity.incarnation());
        statement.setString(index++, system);
        return index;
    }

    /** Locks a link that exists and reads its metadata as it is now, for merging into it. */
    @Nullable
    String lockMetadata(Connection connection, TrackedVersion entity, String system) {
        String[] metadata = new String[1];
        LinkQueries.query(
                connection,
                "select metadata from " + links + KEY + " for update",
                statement -> bindKey(statement, 1, entity, system),
                rows -> metadata[0] = rows.getString(1));
        return metadata[0];
    }

    /** Takes the external id from the link of an entity that is dead. */
    void bury(Connection connection, TrackedVersion dead, String system) {
        update(connection, "update " + links + " set tombstone = incarnation" + KEY, dead, system);
    }

    /** Removes a link; returns whether there was one. */
    boolean remove(Connection connection, TrackedVersion entity, String system) {
        return update(connection, "delete from " + links + KEY, entity, system) > 0;
    }

    /** Gives a link to another entity, which then has to be sent there. */
    void move(Connection connection, TrackedVersion from, TrackedVersion to, String system) {
        String sql = "update " + links + " set model_name = ?, model_id = ?, incarnation = ?, tombstone = 0,"
                + " sync_status = 'pending', synced_version = 0" + KEY;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = LinkQueries.bindEntity(statement, 1, to.entity());
            statement.setLong(index++, to.incarnation());
            bindKey(statement, index, from, system);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw SqlFailures.translate(e, sql);
        }
    }

    private static int update(Connection connection, String sql, TrackedVersion entity, String system) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bindKey(statement, 1, entity, system);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw SqlFailures.translate(e, sql);
        }
    }
}
