package io.synctracker.connector;

import static java.util.Objects.requireNonNull;

import io.synctracker.model.PayloadCodec;
import io.synctracker.store.ColumnText;
import io.synctracker.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of records that were set aside. Thread-safe; joins the caller's transaction. */
final class SetAsideRows {

    private static final String ANY = """
            select count(*) from (select 1 from $set_asides
             where system_name = :system and stream_name = :stream limit 1) some_row""";
    static final String KEYS = """
            select key_hash from $set_asides
             where key_hash $among and system_name = :system and stream_name = :stream""";
    private static final String INSERT = """
            insert into $set_asides (system_name, stream_name, key_hash, external_id, reason, record_data, changed_at,
                                     awaits_parent, run_id)
            values (:system, :stream, :key, :id, :reason, :record, :changed, :awaits, :run)""";
    private static final String UPDATE = """
            update $set_asides
               set external_id = :id, reason = :reason, record_data = :record, changed_at = :changed,
                   awaits_parent = :awaits, run_id = :run, last_seen_at = $now
             where system_name = :system and stream_name = :stream and key_hash = :key""";
    private static final String DELETE = """
            delete from $set_asides
             where key_hash $among and system_name = :system and stream_name = :stream""";
    private static final String DELETE_UNSEEN = """
            delete from $set_asides
             where system_name = :system and stream_name = :stream and run_id < :run""";
    private static final String AWAITING = """
            select id, external_id, record_data, changed_at
              from $set_asides
             where system_name = :system and stream_name = :stream and awaits_parent = 1 and run_id >= :run
               and id > :after
             order by id
             limit :limit""";
    private static final String WAITING = """
            select count(*) from $set_asides
             where system_name = :system and stream_name = :stream and awaits_parent = 1 and run_id >= :run""";
    static final String LIST = """
            select id, system_name, stream_name, external_id, reason, record_data, run_id, first_seen_at
              from $set_asides
             where $conditions
             order by id desc
             limit :limit""";

    /** Left alone, MariaDB takes the index of keys, and sorts. */
    static final String LIST_OF_SYSTEM = LIST.replace("$set_asides", "$set_asides$by_system");

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final PayloadCodec codec;

    SetAsideRows(DataSource dataSource, Dialect dialect, PayloadCodec codec) {
        this.jdbc = JdbcClient.create(dataSource);
        this.dialect = dialect;
        this.codec = codec;
    }

    /** A record that waits for its parent. */
    record Awaiting(long id, RemoteRecord record) {}

    boolean any(Bound bound) {
        return stream(ANY, bound).query(Long.class).single() > 0;
    }

    /** Returns those of some keys that are set aside. */
    Set<String> among(Bound bound, Collection<String> keys) {
        Set<String> found = new HashSet<>();
        for (List<String> chunk : Standings.chunks(keys)) {
            found.addAll(stream(KEYS, bound)
                    .param("ids", dialect.many(chunk))
                    .query(String.class)
                    .list());
        }
        return found;
    }

    /** Sets a record aside; the last of several with the same key is kept. */
    void write(Bound bound, Refused refused, long run) {
        if (bind(UPDATE, bound, refused, run).update() == 0) {
            bind(INSERT, bound, refused, run).update();
        }
    }

    private JdbcClient.StatementSpec bind(String sql, Bound bound, Refused refused, long run) {
        Instant changedAt = refused.record().changedAt();
        return stream(sql, bound)
                .param("key", refused.keyHash(bound))
                .param("id", refused.storableId())
                .param("reason", ColumnText.fit(refused.reason()))
                .param("record", codec.encode(bound.secrets(refused.record()), bound.content(refused.record())))
                .param("changed", changedAt == null ? null : dialect.parameter(changedAt))
                .param("awaits", refused.awaitsParent() ? 1 : 0)
                .param("run", run);
    }

    void delete(Bound bound, Collection<String> keys) {
        for (List<String> chunk : Standings.chunks(keys)) {
            stream(DELETE, bound).param("ids", dialect.many(chunk)).update();
        }
    }

    /** Removes those that a pass over the whole stream has not met. */
    void deleteUnseen(Bound bound, long firstRun) {
        stream(DELETE_UNSEEN, bound).param("run", firstRun).update();
    }

    /** Returns what a pass has set aside because a parent was missing. */
    List<Awaiting> awaiting(Bound bound, long pass, long after, int limit) {
        return stream(AWAITING, bound)
                .param("run", pass)
                .param("after", after)
                .param("limit", limit)
                .query((rows, index) -> new Awaiting(
                        rows.getLong("id"),
                        new RemoteRecord(
                                rows.getString("external_id"),
                                codec.decode(rows.getString("record_data")),
                                dialect.instant(rows, "changed_at"),
                                false)))
                .list();
    }

    /** Returns how many that are. */
    long waiting(Bound bound, long pass) {
        return stream(WAITING, bound).param("run", pass).query(Long.class).single();
    }

    List<SetAsides.SetAside> list(@Nullable String system, @Nullable Long before, int limit) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        if (system != null) {
            conditions.put("system_name = :system", system);
        }
        conditions.put("id < :before", before == null ? Long.MAX_VALUE : before);
        return listed(
                        jdbc.sql(text(system == null ? LIST : LIST_OF_SYSTEM)
                                .replace("$conditions", String.join(" and ", conditions.keySet()))),
                        conditions)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** Binds each condition's value to the parameter that the condition ends with. */
    static JdbcClient.StatementSpec listed(JdbcClient.StatementSpec spec, Map<String, Object> conditions) {
        List<String> names = new ArrayList<>(conditions.keySet());
        JdbcClient.StatementSpec bound = spec;
        for (String condition : names) {
            bound = bound.param(
                    condition.substring(condition.indexOf(':') + 1), requireNonNull(conditions.get(condition)));
        }
        return bound;
    }

    private SetAsides.SetAside row(ResultSet rows, int index) throws SQLException {
        return new SetAsides.SetAside(
                rows.getLong("id"),
                rows.getString("system_name"),
                rows.getString("stream_name"),
                rows.getString("external_id"),
                rows.getString("reason"),
                codec.masked(rows.getString("record_data")),
                rows.getLong("run_id"),
                requireNonNull(dialect.instant(rows, "first_seen_at")));
    }

    private JdbcClient.StatementSpec stream(String sql, Bound bound) {
        return jdbc.sql(text(sql)).param("system", bound.system()).param("stream", bound.stream());
    }

    String text(String sql) {
        return sql.replace("$set_asides", dialect.tables().named("set_asides"))
                .replace("$by_system", dialect.forcedIndex("set_asides_system"))
                .replace("$among", dialect.among("ids"))
                .replace("$now", dialect.now());
    }
}
