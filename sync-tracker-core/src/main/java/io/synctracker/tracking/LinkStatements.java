package io.synctracker.tracking;

import static java.util.Objects.requireNonNull;

import io.synctracker.EntityRef;
import io.synctracker.SyncStatus;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes links. Values that others may change at the same time are changed by SQL and not by what was read. */
final class LinkStatements {

    private static final String KEY = " where model_name = ? and model_id = ? and incarnation = ? and system_name = ?";

    private final Dialect dialect;
    private final String links;
    private final String insert;
    private final String synced;
    private final String failed;
    private final String noted;

    LinkStatements(Dialect dialect) {
        links = dialect.tables().links();
        this.dialect = dialect;
        insert = "insert into " + links + " (model_name, model_id, incarnation, system_name, tombstone, external_id,"
                + " sync_status, synced_version, metadata, first_synced_at, synced_at, retry_count, last_error,"
                + " last_attempt_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
        synced = "update " + links + " set tombstone = ?, external_id = coalesce(?, external_id),"
                + " metadata = coalesce(?, metadata), sync_status = 'synced',"
                + " synced_version = greatest(coalesce(synced_version, -1), ?),"
                + " first_synced_at = coalesce(first_synced_at, ?), synced_at = ?, retry_count = 0, last_error = null,"
                + " last_attempt_at = ?" + KEY;
        failed = "update " + links + " set tombstone = ?, external_id = coalesce(?, external_id),"
                + " metadata = coalesce(?, metadata), sync_status = ?, retry_count = retry_count + 1, last_error = ?,"
                + " last_attempt_at = ?" + KEY;
        noted = "update " + links + " set tombstone = ?, external_id = coalesce(?, external_id),"
                + " metadata = coalesce(?, metadata), sync_status = coalesce(?, sync_status)" + KEY;
    }

    /** A change that is ready to be written. */
    record Write(
            LinkChange change,
            boolean isNew,
            LinkRow after,
            @Nullable String metadata) {

        /** Returns the same change for a link that turned out to exist. */
        Write over() {
            return new Write(change, false, after, metadata);
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
                connection.rollback(savepoint);
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(e, "savepoint");
        }
    }

    /** Writes changes in the order of their keys; returns how many rows that changed. */
    int write(Connection connection, List<Write> writes) {
        List<Write> ordered = new ArrayList<>(writes);
        ordered.sort(Comparator.comparing(
                        (Write write) -> write.change().entity().entity().type())
                .thenComparing(write -> write.change().entity().entity().id()));
        List<Write> known = ordered.stream().filter(write -> !write.isNew()).toList();
        List<Write> others = known.stream()
                .filter(write -> !isSynced(write) && !isFailed(write))
                .toList();
        return batch(connection, insert, ordered.stream().filter(Write::isNew).toList(), this::bindInsert)
                + batch(
                        connection,
                        synced,
                        known.stream().filter(LinkStatements::isSynced).toList(),
                        this::bindSynced)
                + batch(
                        connection,
                        failed,
                        known.stream().filter(LinkStatements::isFailed).toList(),
                        this::bindFailed)
                + batch(connection, noted, others, LinkStatements::bindNoted);
    }

    private void bindSynced(PreparedStatement statement, Write write) throws SQLException {
        int index = bindCommon(statement, write);
        statement.setLong(index++, write.change().entity().version());
        for (int times = 0; times < 3; times++) {
            bindTime(statement, index++, write.after().readAt());
        }
        bindKey(statement, index, write);
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

    private interface RowBinder {
        void bind(PreparedStatement statement, Write write) throws SQLException;
    }

    private static int batch(Connection connection, String sql, List<Write> writes, RowBinder binder) {
        if (writes.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Write write : writes) {
                binder.bind(statement, write);
                statement.addBatch();
            }
            return (int) IntStream.of(statement.executeBatch())
                    .filter(count -> count != 0)
                    .count();
        } catch (SQLException e) {
            throw SqlFailures.translate(e, sql);
        }
    }

    private void bindInsert(PreparedStatement statement, Write write) throws SQLException {
        LinkRow.Stored row = requireNonNull(write.after().link());
        int index = bindKey(statement, 1, write);
        statement.setLong(index++, row.tombstone());
        statement.setString(index++, row.externalId());
        statement.setString(index++, Codes.of(row.status()));
        statement.setObject(index++, row.syncedVersion(), java.sql.Types.BIGINT);
        statement.setString(index++, row.metadata());
        bindTime(statement, index++, row.firstSyncedAt());
        bindTime(statement, index++, row.syncedAt());
        statement.setInt(index++, row.retryCount());
        statement.setString(index++, row.lastError());
        bindTime(statement, index, row.lastAttemptAt());
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
                (statement, index) -> bindKey(statement, index, entity, system),
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
