package io.synctracker.outbox;

import io.synctracker.EntityRef;
import io.synctracker.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The queries of a claim: which entries are due, which of them are first in line, and who stands behind them. */
final class Waits {

    /** The most followers that one claim looks at, so that no backlog makes it long. */
    static final int MAX_FOLLOWERS = 5000;

    static final String DUE = """
            select id from $logs $by_due
             where system_name = :system and sync_status = 'pending' and next_attempt_at <= $now
               and (lease_until is null or lease_until <= $now)
             order by next_attempt_at, id
             limit :limit for update skip locked""";

    // Where a lock goes beyond the limit. All columns of the index are named, or H2 would sort all that is due.
    private static final String DUE_UNLOCKED = """
            select id from $logs
             where system_name = :system and sync_status = 'pending' and next_attempt_at <= $now
               and (lease_until is null or lease_until <= $now)
             order by sync_status, system_name, next_attempt_at, id
             limit :limit""";

    private static final String STILL_DUE = """
            select id from $logs
             where id in (:ids) and sync_status = 'pending' and next_attempt_at <= $now
               and (lease_until is null or lease_until <= $now)
               for update skip locked""";

    // A statement of its own, after the locks: its snapshot then shows every settlement that a lock waited for.
    private static final String LOOK = """
            select l.id, l.model_name, l.model_id, l.incarnation, l.version, l.action, l.sync_attempts,
                   l.last_sync_attempt, l.newest_id, l.data, l.trace_parent, l.created_at, $now as db_now,
                   $line
             where l.id $among_ids
             order by l.next_attempt_at, l.id""";

    private static final String FOLLOWERS = """
            select id, model_name, model_id, incarnation, version, action, sync_attempts,
                   coalesce(newest_id, id) as newest_id
              from $logs $by_key
             where model_name = :type and model_id in (:entities)
               and system_name = :system and sync_status = 'pending'
             order by model_id, id
             limit :limit""";

    private static final String LOCK_FREE = """
            select id from $logs
             where id in (:ids) and sync_status = 'pending' and (lease_until is null or lease_until <= $now)
               for update skip locked""";

    private static final String DUE_AFTER = """
            select id, case when lease_until > next_attempt_at then lease_until else next_attempt_at end as due_at,
                   $now as db_now
              from $logs where id in (:ids)""";

    private static final String DATA = "select id, data from $logs where id $among_ids";

    private final NamedParameterJdbcTemplate jdbc;
    private final Dialect dialect;
    private final String due;
    private final String dueUnlocked;
    private final String stillDue;
    private final String look;
    private final String followers;
    private final String lockFree;
    private final String dueAfter;
    private final String data;

    Waits(NamedParameterJdbcTemplate jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        Sql sql = new Sql(dialect);
        due = sql.of(DUE);
        dueUnlocked = sql.of(DUE_UNLOCKED);
        stillDue = sql.of(STILL_DUE);
        look = sql.of(LOOK);
        followers = sql.of(FOLLOWERS);
        lockFree = sql.of(LOCK_FREE);
        dueAfter = sql.of(DUE_AFTER);
        data = sql.of(DATA);
    }

    /** Locks due entries that nobody else has locked. */
    List<Long> lockDue(String system, int limit) {
        MapSqlParameterSource parameters = parameters("system", system).addValue("limit", limit);
        if (!dialect.locksBeyondLimit()) {
            return jdbc.query(due, parameters, Waits::id);
        }
        List<Long> ids = jdbc.query(dueUnlocked, parameters, Waits::id);
        return ids.isEmpty() ? ids : jdbc.query(stillDue, parameters("ids", ids), Waits::id);
    }

    /** Reads entries that are locked, earliest due first. */
    List<Waiting> look(Collection<Long> ids) {
        return jdbc.query(look, parameters("ids", dialect.many(ids)), (row, number) -> Waiting.read(dialect, row));
    }

    /**
     * Reads who waits of some entities, first ones included.
     *
     * @return in their order; an entity is absent, or its last ones are, where there are too many
     */
    Map<EntityRef, List<Follower>> waiting(String system, Collection<EntityRef> entities) {
        Map<EntityRef, List<Follower>> waiting = new LinkedHashMap<>();
        idsByType(entities).forEach((type, ids) -> {
            MapSqlParameterSource parameters = parameters("system", system)
                    .addValue("type", type)
                    .addValue("entities", ids)
                    .addValue("limit", MAX_FOLLOWERS);
            for (Follower follower : jdbc.query(followers, parameters, Follower::read)) {
                waiting.computeIfAbsent(follower.change().entity(), key -> new ArrayList<>())
                        .add(follower);
            }
        });
        return waiting;
    }

    /** Locks those entries that are in nobody's hands. */
    List<Long> lockFree(Collection<Long> ids) {
        return jdbc.query(lockFree, parameters("ids", ids), Waits::id);
    }

    /** Returns in how many microseconds entries are due; a negative number if they are. */
    Map<Long, Long> dueAfterMicros(Collection<Long> ids) {
        Map<Long, Long> micros = new HashMap<>();
        jdbc.query(dueAfter, parameters("ids", ids), row -> {
            micros.put(row.getLong("id"), Micros.between(dialect, row, "db_now", "due_at"));
        });
        return micros;
    }

    /** Reads stored states. */
    Map<Long, String> data(Collection<Long> ids) {
        Map<Long, String> states = new HashMap<>();
        jdbc.query(data, parameters("ids", dialect.many(ids)), row -> {
            String state = row.getString("data");
            if (state != null) {
                states.put(row.getLong("id"), state);
            }
        });
        return states;
    }

    static long id(ResultSet row, int number) throws SQLException {
        return row.getLong(1);
    }

    static MapSqlParameterSource parameters(String name, Object value) {
        return new MapSqlParameterSource(name, value);
    }

    static Map<String, List<String>> idsByType(Collection<EntityRef> entities) {
        Map<String, List<String>> ids = new TreeMap<>();
        entities.forEach(entity ->
                ids.computeIfAbsent(entity.type(), type -> new ArrayList<>()).add(entity.id()));
        return ids;
    }
}
