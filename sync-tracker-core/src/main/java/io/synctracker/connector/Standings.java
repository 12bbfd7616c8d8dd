package io.synctracker.connector;

import io.synctracker.EntityRef;
import io.synctracker.SyncStatus;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import io.synctracker.store.TrackedVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is known of records: one statement for a page. Thread-safe; joins the caller's transaction. */
final class Standings {

    private static final int CHUNK = 1000;

    // Links of deleted entities count: such an entity may be the one that the record was. A record without a link is
    // looked up as well, since its row must be updated rather than made.
    static final String FIND = """
            select l.external_id, l.model_id, l.incarnation, l.sync_status, l.synced_version, t.version,
                   coalesce(t.deleted_at, t.updated_at, t.created_at) as changed_at,
                   case when t.tombstone = 0 then 1 else 0 end as living, r.content_hash
              from $links l$by_external
              left join $tracked t on t.model_name = l.model_name and t.model_id = l.model_id
                                  and t.incarnation = l.incarnation
              left join $records r on r.external_id = l.external_id and r.system_name = l.system_name
                                  and r.stream_name = :stream
             where l.external_id $among and l.system_name = :system and l.model_name = :model
            union all
            select r.external_id, null, null, null, null, null, null, 0, r.content_hash
              from $records r
             where r.external_id $among and r.system_name = :system and r.stream_name = :stream
               and not exists (select 1 from $links l$by_external
                                where l.external_id = r.external_id and l.system_name = r.system_name
                                  and l.model_name = :model)""";
    private static final String PARENTS = """
            select l.external_id, l.model_id
              from $links l$by_external
              join $tracked t on t.model_name = l.model_name and t.model_id = l.model_id
                             and t.incarnation = l.incarnation and t.tombstone = 0
             where l.external_id $among and l.system_name = :system and l.model_name = :model and l.tombstone = 0""";

    private final JdbcClient jdbc;
    private final Dialect dialect;

    Standings(DataSource dataSource, Dialect dialect) {
        this.jdbc = JdbcClient.create(dataSource);
        this.dialect = dialect;
    }

    /** Returns what is known of each id of which anything is. */
    Map<String, Known> of(Bound bound, Collection<String> externalIds) {
        Map<String, Known> known = new HashMap<>();
        for (List<String> ids : chunks(externalIds)) {
            jdbc.sql(text(FIND))
                    .param("ids", dialect.many(ids))
                    .param("system", bound.system())
                    .param("stream", bound.stream())
                    .param("model", bound.model())
                    .query(rows -> {
                        known.merge(rows.getString("external_id"), known(bound.model(), rows), Known::latest);
                    });
        }
        return known;
    }

    /** Returns the living entities of a model that a system knows by some ids. */
    Map<String, String> entities(String system, String model, Set<String> externalIds) {
        Map<String, String> found = new HashMap<>();
        for (List<String> ids : chunks(externalIds)) {
            jdbc.sql(text(PARENTS))
                    .param("ids", dialect.many(ids))
                    .param("system", system)
                    .param("model", model)
                    .query(rows -> {
                        found.put(rows.getString("external_id"), rows.getString("model_id"));
                    });
        }
        return found;
    }

    String text(String sql) {
        return sql.replace("$among", dialect.among("ids"))
                .replace("$by_external", dialect.forcedIndex("links_external"))
                .replace("$links", dialect.tables().links())
                .replace("$tracked", dialect.tables().trackedEntities())
                .replace("$records", dialect.tables().named("remote_records"));
    }

    private Known known(String model, ResultSet rows) throws SQLException {
        String id = rows.getString("model_id");
        String status = rows.getString("sync_status");
        boolean living = rows.getInt("living") == 1;
        return new Known(
                id == null
                        ? null
                        : new TrackedVersion(
                                new EntityRef(model, id), rows.getLong("incarnation"), rows.getLong("version")),
                living,
                number(rows, "synced_version"),
                status == null ? null : Codes.value(SyncStatus.class, status),
                dialect.instant(rows, "changed_at"),
                rows.getString("content_hash"));
    }

    private static @Nullable Long number(ResultSet rows, String column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }

    static List<List<String>> chunks(Collection<String> all) {
        List<String> list = List.copyOf(all);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += CHUNK) {
            chunks.add(list.subList(from, Math.min(from + CHUNK, list.size())));
        }
        return chunks;
    }
}
