package io.synctracker.tracking;

import io.synctracker.EntityRef;
import io.synctracker.SyncStatus;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import io.synctracker.store.FreshPlans;
import io.synctracker.store.LinkDialect;
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

    private static final int CHUNK = 1024;

    private static final String STANDING = """
            select t.model_id, t.incarnation, t.version, t.tombstone, l.sync_status, l.external_id, l.synced_version""";

    private final Dialect dialect;
    private final LinkDialect forLinks;
    private final String select;
    private final String join;

    LinkQueries(Dialect dialect) {
        this.dialect = dialect;
        forLinks = dialect.forLinks();
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
        void bind(PreparedStatement statement) throws SQLException;
    }

    interface RowReader {
        void read(ResultSet rows) throws SQLException;
    }

    /** Reads entities with their link in one system, in the lives that are asked for. */
    Map<EntityRef, LinkRow> inSystem(Connection connection, String system, Collection<TrackedVersion> entities) {
        Map<EntityRef, Long> lives = new HashMap<>();
        entities.forEach(entity -> lives.put(entity.entity(), entity.incarnation()));
        Map<EntityRef, LinkRow> found = new HashMap<>();
        forEachType(
                lives.keySet(),
                (type, ids) -> query(
                        connection,
                        select + forLinks.fromEntitiesAndLinks(ids.size()),
                        statement -> forLinks.bindEntitiesAndLinks(statement, type, ids, system),
                        rows -> {
                            LinkRow row = LinkRow.read(dialect, rows);
                            Long life = lives.get(row.version().entity());
                            if (life != null && life == row.version().incarnation()) {
                                found.put(row.version().entity(), row);
                            }
                        }));
        return found;
    }

    /** Reads the versions of living entities, and what a system holds of the lives that are asked for, in one go. */
    Links.Standing standing(Connection connection, String system, Collection<TrackedVersion> entities) {
        Map<EntityRef, Long> lives = new HashMap<>();
        entities.forEach(entity -> lives.put(entity.entity(), entity.incarnation()));
        Map<EntityRef, TrackedVersion> living = new HashMap<>();
        Map<EntityRef, Link> links = new HashMap<>();
        standing(connection, system, lives.keySet(), (version, alive, link) -> {
            if (alive) {
                living.put(version.entity(), version);
            }
            if (link != null && Long.valueOf(version.incarnation()).equals(lives.get(version.entity()))) {
                links.put(version.entity(), link);
            }
        });
        return new Links.Standing(living, links);
    }

    Map<EntityRef, Link> ofLiving(Connection connection, String system, Collection<EntityRef> entities) {
        Map<EntityRef, Link> links = new HashMap<>();
        standing(connection, system, entities, (version, alive, link) -> {
            if (alive && link != null) {
                links.put(version.entity(), link);
            }
        });
        return links;
    }

    private interface StandingReader {
        void read(TrackedVersion version, boolean alive, @Nullable Link link);
    }

    private void standing(Connection connection, String system, Collection<EntityRef> entities, StandingReader reader) {
        forEachType(
                entities,
                (type, ids) -> query(
                        connection,
                        STANDING + forLinks.fromEntitiesAndLinks(ids.size()),
                        statement -> forLinks.bindEntitiesAndLinks(statement, type, ids, system),
                        rows -> {
                            EntityRef entity = new EntityRef(type, rows.getString(1));
                            TrackedVersion version = new TrackedVersion(entity, rows.getLong(2), rows.getLong(3));
                            boolean alive = rows.getLong(4) == 0;
                            reader.read(version, alive, link(version, system, rows));
                        }));
    }

    private static @Nullable Link link(TrackedVersion entity, String system, ResultSet rows) throws SQLException {
        String status = rows.getString(5);
        if (status == null) {
            return null;
        }
        long version = rows.getLong(7);
        boolean never = rows.wasNull();
        return new Link(
                entity.entity(),
                entity.incarnation(),
                system,
                Codes.value(SyncStatus.class, status),
                rows.getString(6),
                never ? null : version);
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
                statement -> bindEntity(statement, 1, entity),
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
        forEachType(
                entities,
                (type, ids) -> query(
                        connection,
                        "select t.model_id, t.incarnation, t.version" + forLinks.fromLiving(ids.size()),
                        statement -> forLinks.bindLiving(statement, type, ids),
                        rows -> {
                            EntityRef entity = new EntityRef(type, rows.getString(1));
                            found.put(entity, new TrackedVersion(entity, rows.getLong(2), rows.getLong(3)));
                        }));
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
                    + forLinks.fromHolders(ids.size());
            query(connection, sql, statement -> forLinks.bindHolders(statement, type, ids, system), rows -> {
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
                statement -> {
                    statement.setString(1, system);
                    statement.setString(2, type);
                    statement.setString(3, externalId);
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
                statement -> {
                    statement.setString(1, system);
                    statement.setString(2, type);
                    statement.setString(3, externalId);
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

    static void query(Connection connection, String sql, Binder binder, RowReader reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            FreshPlans.of(statement);
            binder.bind(statement);
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
