package io.synctracker.outbox;

import io.synctracker.ChangeType;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Has failed entries delivered again. Of an entity of which a later entry was accepted, a stored state or a delete would
 * undo what came later, so it is not replayed. Of an entity that is being delivered right now, an earlier entry would
 * run beside the later one, so it is skipped.
 */
final class Requeuing {

    private static final String LOCK = """
            select id, action, system_name, case when data is null then 0 else 1 end as is_stored
              from $logs
             where id in (:ids) and sync_status = 'failed'
             order by id
               for update""";

    private static final String LATER = """
            select l.id,
                   (select min(a.id) from $logs a $by_key
                     where a.model_name = l.model_name and a.model_id = l.model_id
                       and a.system_name = l.system_name and a.sync_status = 'completed'
                       and a.outcome = 'accepted' and a.id > l.id) as accepted_id,
                   (select count(*) from $logs p $by_key
                     where p.model_name = l.model_name and p.model_id = l.model_id
                       and p.system_name = l.system_name and p.sync_status = 'pending'
                       and p.id > l.id and p.lease_until > $now) as leased
              from $logs l
             where l.id in (:ids)""";

    private static final String REQUEUE = """
            update $logs
               set sync_status = 'pending', sync_attempts = 0, next_attempt_at = $now, error_message = null
             where id = :id""";

    private static final String SUPERSEDE = """
            update $logs
               set sync_status = 'completed', outcome = 'superseded', superseded_by = :later, completed_at = $now
             where id = :id""";

    private final NamedParameterJdbcTemplate jdbc;
    private final String lock;
    private final String later;
    private final String requeue;
    private final String supersede;

    Requeuing(NamedParameterJdbcTemplate jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        Sql sql = new Sql(dialect);
        lock = sql.of(LOCK);
        later = sql.of(LATER);
        requeue = sql.of(REQUEUE);
        supersede = sql.of(SUPERSEDE);
    }

    private record Failed(long id, boolean replays, String system) {

        static Failed read(ResultSet row) throws SQLException {
            boolean deletes = Codes.of(ChangeType.DELETE).equals(row.getString("action"));
            return new Failed(row.getLong("id"), deletes || row.getInt("is_stored") == 1, row.getString("system_name"));
        }
    }

    private record Later(long id, @Nullable Long acceptedId, boolean leased) {

        static Later read(ResultSet row) throws SQLException {
            return new Later(row.getLong("id"), row.getObject("accepted_id", Long.class), row.getLong("leased") > 0);
        }
    }

    /**
     * Requeues entries; joins the thread's transaction.
     *
     * @param ids the entries
     * @param systems receives the targets that have something to do
     */
    Requeued requeue(Collection<Long> ids, Set<String> systems) {
        List<Failed> failed = jdbc.query(lock, Waits.parameters("ids", ids), (row, number) -> Failed.read(row));
        if (failed.isEmpty()) {
            return new Requeued(0, 0, ids.size());
        }
        Set<Long> replays = new HashSet<>();
        failed.stream().filter(Failed::replays).forEach(entry -> replays.add(entry.id()));
        List<Later> all = jdbc.query(
                later,
                Waits.parameters("ids", failed.stream().map(Failed::id).toList()),
                (row, number) -> Later.read(row));
        List<Later> overtaken = all.stream()
                .filter(entry -> replays.contains(entry.id()) && entry.acceptedId() != null)
                .toList();
        List<Later> free = all.stream()
                .filter(entry -> !overtaken.contains(entry) && !entry.leased())
                .toList();
        batch(supersede, overtaken);
        batch(requeue, free);
        Set<Long> freeIds = new HashSet<>(free.stream().map(Later::id).toList());
        failed.stream().filter(entry -> freeIds.contains(entry.id())).forEach(entry -> systems.add(entry.system()));
        return new Requeued(free.size(), overtaken.size(), ids.size() - free.size() - overtaken.size());
    }

    private void batch(String sql, List<Later> entries) {
        if (!entries.isEmpty()) {
            jdbc.batchUpdate(
                    sql,
                    entries.stream()
                            .map(entry -> Waits.parameters("id", entry.id()).addValue("later", entry.acceptedId()))
                            .toArray(SqlParameterSource[]::new));
        }
    }
}
