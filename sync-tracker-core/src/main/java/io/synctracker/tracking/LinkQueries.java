package io.synctracker.tracking;

import io.synctracker.EntityRef;
import io.synctracker.store.Dialect;
import io.synctracker.store.FreshPlans;
import io.synctracker.store.TrackedVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads entities' rows and links. Lists of ids go to the database in pieces, and padded so that few texts differ. */
final class LinkQueries {

    private static final int CHUNK = 512;

    private final Dialect dialect;
    private final String select;
    private final String join;

    LinkQueries(Dialect dialect) {
        this.dialect = dialect;
        select = """
                select t.model_name, t.model_id, t.incarnation, t.version, t.tombstone,
                       t.created_at, t.updated_at, t.deleted_at, %s as read_at,
                       l.system_name, l.tombstone as link_tombstone, l.sync_status, l.external_id, l.synced_version,
                       l.metadata, l.first_synced_at, l.synced_at, l.retry_count, l.last_error, l.last_attempt_at
                """.formatted(dialect.now());
        join = "l on l.model_name = t.model_name and l.model_id = t.model_id and l.incarnation = t.incarnation";
    }

    /** A step that may meet the database's refusal. */
    interface Binder {
        int bind(PreparedStatement statement, int index) throws SQLException;
    }

    interface RowReader {
        void read(ResultSet rows) throws SQLException;
    }

    /** Reads entities with their link in one system, in the lives that are asked for. */
    Map<EntityRef, LinkRow> inSystem(Connection connection, String system, Collection<TrackedVersion> entities) {
        Map<EntityRef, Long> lives = new HashMap<>();
        entities.forEach(entity -> lives.put(entity.entity(), entity.incarnation()));
        Map<EntityRef, LinkRow> found = new HashMap<>();
        forEachType(lives.keySet(), (type, ids) -> {
            // The ids are asked of both tables: joined by them alone, a database that knows nothing of a young table
            // yet reads all links of the type for each entity.
            String sql = select + " from " + dialect.tables().trackedEntities() + " t left join "
                    + dialect.tables().links() + " " + join + " and l.model_name = ? and l.model_id in "
                    + marks(ids.size()) + " and l.system_name = ? where t.model_name = ? and t.model_id in "
                    + marks(ids.size());
            query(
                    connection,
                    sql,
                    (statement, index) -> {
                        statement.setString(index++, type);
                        index = bindAll(statement, index, ids);
                        statement.setString(index++, system);
                        statement.setString(index++, type);
                        return bindAll(statement, index, ids);
                    },
                    rows -> {
                        LinkRow row = LinkRow.read(dialect, rows);
                        Long life = lives.get(row.version().entity());
                        if (life != null && life == row.version().incarnation()) {
                            found.put(row.version().entity(), row);
                        }
                    });
        });
        return found;
    }

    /** Reads one living entity, or its latest tombstone, with all of its links. */
    List<LinkRow> all(Connection connection, EntityRef entity) {
        String sql = select + " from " + dialect.tables().trackedEntities() + " t left join "
                + dialect.tables().links() + " " + join + " where t.model_name = ? and t.model_id = ?"
                + " order by t.deleted_at desc, l.system_name";
        List<LinkRow> rows = new ArrayList<>();
        query(
                connection,
                sql,
                (statement, index) -> bindEntity(statement, index, entity),
                row -> rows.add(LinkRow.read(dialect, row)));
        return rows.stream()
                .filter(row -> row.version().incarnation() == newest(rows))
                .toList();
    }

    private static long newest(List<LinkRow> rows) {
        return rows.stream()
                .filter(row -> row.tombstone() == 0)
                .findFirst()
                .orElse(rows.get(0))
                .version()
                .incarnation();
    }

    Map<EntityRef, TrackedVersion> versions(Connection connection, Collection<EntityRef> entities) {
        Map<EntityRef, TrackedVersion> found = new HashMap<>();
        forEachType(entities, (type, ids) -> {
            String sql = "select model_id, incarnation, version from "
                    + dialect.tables().trackedEntities() + " where model_name = ? and tombstone = 0 and model_id in "
                    + marks(ids.size());
            query(
                    connection,
                    sql,
                    (statement, index) -> {
                        statement.setString(index++, type);
                        return bindAll(statement, index, ids);
                    },
                    rows -> {
                        EntityRef entity = new EntityRef(type, rows.getString(1));
                        found.put(entity, new TrackedVersion(entity, rows.getLong(2), rows.getLong(3)));
                    });
        });
        return found;
    }

    /** Finds who holds external ids among the rows that have not given them up, dead or alive. */
    Map<String, TrackedVersion> holders(
            Connection connection, String system, String type, Collection<String> externalIds) {
        Map<String, TrackedVersion> found = new LinkedHashMap<>();
        for (List<String> ids : chunks(externalIds)) {
            String sql = "select l.model_id, l.incarnation, l.external_id, (select t.version from "
                    + dialect.tables().trackedEntities() + " t where t.model_name = l.model_name"
                    + " and t.model_id = l.model_id and t.tombstone = 0 and t.incarnation = l.incarnation)"
                    + " from " + dialect.tables().links() + " l where l.system_name = ? and l.model_name = ?"
                    + " and l.tombstone = 0 and l.external_id in " + marks(ids.size());
            query(
                    connection,
                    sql,
                    (statement, index) -> {
                        statement.setString(index++, system);
                        statement.setString(index++, type);
                        return bindAll(statement, index, ids);
                    },
                    rows -> {
                        long version = rows.getLong(4);
                        boolean dead = rows.wasNull();
                        EntityRef holder = new EntityRef(type, rows.getString(1));
                        found.put(rows.getString(3), new TrackedVersion(holder, rows.getLong(2), dead ? -1 : version));
                    });
        }
        return found;
    }

    /**
     * Finds who holds an external id as the database has it now, also where the transaction's snapshot is older. The lock
     * is a shared one: all who are refused the id have one already, and none may wait for another.
     */
    @Nullable
    EntityRef holderNow(Connection connection, String system, String type, String externalId) {
        String sql = "select model_id from " + dialect.tables().links()
                + " where system_name = ? and model_name = ? and external_id = ? and tombstone = 0"
                + dialect.readLocked();
        EntityRef[] holder = new EntityRef[1];
        query(
                connection,
                sql,
                (statement, index) -> {
                    statement.setString(index++, system);
                    statement.setString(index++, type);
                    statement.setString(index++, externalId);
                    return index;
                },
                rows -> holder[0] = new EntityRef(type, rows.getString(1)));
        return holder[0];
    }

    /** Finds the latest deleted entity that had an external id. */
    @Nullable
    LinkRow tombstone(Connection connection, String system, String type, String externalId) {
        String sql = select + " from " + dialect.tables().links() + " l join "
                + dialect.tables().trackedEntities() + " t on l.model_name = t.model_name and l.model_id = t.model_id"
                + " and l.incarnation = t.incarnation where l.system_name = ? and l.model_name = ?"
                + " and l.external_id = ? and t.deleted_at is not null order by t.deleted_at";
        LinkRow[] latest = new LinkRow[1];
        query(
                connection,
                sql,
                (statement, index) -> {
                    statement.setString(index++, system);
                    statement.setString(index++, type);
                    statement.setString(index++, externalId);
                    return index;
                },
                rows -> latest[0] = LinkRow.read(dialect, rows));
        return latest[0];
    }

    static int bindEntity(PreparedStatement statement, int index, EntityRef entity) throws SQLException {
        statement.setString(index++, entity.type());
        statement.setString(index++, entity.id());
        return index;
    }

    interface TypeConsumer {
        void accept(String type, List<String> ids);
    }

    static void forEachType(Collection<EntityRef> entities, TypeConsumer consumer) {
        Map<String, List<String>> byType = new LinkedHashMap<>();
        entities.forEach(entity ->
                byType.computeIfAbsent(entity.type(), type -> new ArrayList<>()).add(entity.id()));
        byType.forEach((type, ids) -> chunks(ids).forEach(chunk -> consumer.accept(type, chunk)));
    }

    private static List<List<String>> chunks(Collection<String> ids) {
        List<String> all = new ArrayList<>(ids);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }

    /** Returns as many marks as the next power of two, so that the database sees few different texts. */
    static String marks(int size) {
        return "(" + "?,".repeat(padded(size) - 1) + "?)";
    }

    private static int padded(int size) {
        return size <= 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }

    static int bindAll(PreparedStatement statement, int index, List<String> ids) throws SQLException {
        for (int i = 0; i < padded(ids.size()); i++) {
            statement.setString(index++, ids.get(Math.min(i, ids.size() - 1)));
        }
        return index;
    }

    static void query(Connection connection, String sql, Binder binder, RowReader reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            FreshPlans.of(statement);
            binder.bind(statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(e, sql);
        }
    }
}
