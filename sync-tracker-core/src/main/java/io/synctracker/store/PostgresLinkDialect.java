package io.synctracker.store;

import static io.synctracker.store.PostgresDialect.longs;
import static io.synctracker.store.PostgresDialect.texts;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Links on PostgreSQL: one statement however many rows. */
final class PostgresLinkDialect extends LinkDialect {

    private static final String LINKS = """
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[],
                        ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                 as c(name, id, incarnation, system, tombstone, external_id, status, version,
                      metadata, error, synced_at, at)
            """;

    private final String insertLinks;
    private final String updateSynced;

    PostgresLinkDialect(Dialect dialect) {
        super(dialect);
        insertLinks = insertLinksInto().replace(" values ", "") + """
                 select c.name, c.id, c.incarnation, c.system, c.tombstone, c.external_id, c.status, c.version,
                        c.metadata, c.synced_at, c.synced_at, case when c.error is null then 0 else 1 end, c.error, c.at
                """ + LINKS;
        updateSynced = """
                update %s l
                   set tombstone = c.tombstone, external_id = coalesce(c.external_id, l.external_id),
                       metadata = coalesce(c.metadata, l.metadata), sync_status = 'synced',
                       synced_version = greatest(coalesce(l.synced_version, -1), c.version),
                       first_synced_at = coalesce(l.first_synced_at, c.at), synced_at = c.at, retry_count = 0,
                       last_error = null, last_attempt_at = c.at
                """.formatted(tables().links()) + LINKS + """
                 where l.model_name = c.name and l.model_id = c.id and l.incarnation = c.incarnation
                   and l.system_name = c.system""";
    }

    // Asked for each id by itself, a row is found by its key however little is known of the table's contents; the
    // offset keeps the planner from turning the question round.

    @Override
    public String fromEntitiesAndLinks(int ids) {
        return " from unnest(?::text[]) as wanted(id)"
                + " cross join lateral (select * from " + tables().trackedEntities()
                + " e where e.model_name = ? and e.model_id = wanted.id offset 0) t"
                + " left join lateral (select * from " + tables().links()
                + " e where e.model_name = t.model_name and e.model_id = t.model_id"
                + " and e.incarnation = t.incarnation and e.system_name = ? offset 0) l on true";
    }

    @Override
    public void bindEntitiesAndLinks(PreparedStatement statement, String type, List<String> ids, String system)
            throws SQLException {
        bindLiving(statement, type, ids);
        statement.setString(3, system);
    }

    @Override
    public String fromLiving(int ids) {
        return " from unnest(?::text[]) as wanted(id) cross join lateral (select * from "
                + tables().trackedEntities()
                + " e where e.model_name = ? and e.model_id = wanted.id and e.tombstone = 0 offset 0) t";
    }

    @Override
    public void bindLiving(PreparedStatement statement, String type, List<String> ids) throws SQLException {
        statement.setArray(1, texts(statement.getConnection(), ids, id -> id));
        statement.setString(2, type);
    }

    @Override
    public String fromHolders(int externalIds) {
        return " from unnest(?::text[]) as wanted(id) cross join lateral (select * from "
                + tables().links() + " e where e.external_id = wanted.id and e.model_name = ?"
                + " and e.system_name = ? and e.tombstone = 0 offset 0) l";
    }

    @Override
    public void bindHolders(PreparedStatement statement, String type, List<String> externalIds, String system)
            throws SQLException {
        bindLiving(statement, type, externalIds);
        statement.setString(3, system);
    }

    @Override
    public void insertLinks(Connection connection, List<LinkWrite> links) throws SQLException {
        writeLinks(connection, insertLinks, links);
    }

    // Shorter than the time after which a server looks for deadlocks, so that it never finds one to resolve. Many links
    // are found by their keys, where a planner that knows only of their number would rather read the whole table.
    @Override
    public void stopWaiting(Connection connection) throws SQLException {
        TrackedRows.execute(connection, "set local lock_timeout = '50ms'; set local enable_seqscan = off");
    }

    @Override
    public void updateSyncedAtOnce(Connection connection, List<LinkWrite> links) throws SQLException {
        writeLinks(connection, updateSynced, links);
    }

    private static void writeLinks(Connection connection, String sql, List<LinkWrite> links) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            FreshPlans.of(statement);
            statement.setArray(
                    1, texts(connection, links, link -> link.entity().entity().type()));
            statement.setArray(
                    2, texts(connection, links, link -> link.entity().entity().id()));
            statement.setArray(3, longs(connection, links, link -> link.entity().incarnation()));
            statement.setArray(4, texts(connection, links, LinkWrite::system));
            statement.setArray(5, longs(connection, links, LinkWrite::tombstone));
            statement.setArray(6, texts(connection, links, LinkWrite::externalId));
            statement.setArray(7, texts(connection, links, LinkWrite::status));
            statement.setArray(8, longs(connection, links, LinkWrite::syncedVersion));
            statement.setArray(9, texts(connection, links, LinkWrite::metadata));
            statement.setArray(10, texts(connection, links, LinkWrite::error));
            statement.setArray(11, times(connection, links, LinkWrite::syncedAt));
            statement.setArray(12, times(connection, links, LinkWrite::at));
            statement.executeUpdate();
        }
    }

    private static <T> Array times(Connection connection, List<T> rows, Function<T, @Nullable Instant> column)
            throws SQLException {
        return connection.createArrayOf("timestamptz", rows.stream().map(column).toArray());
    }
}
