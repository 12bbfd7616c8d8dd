package io.synctracker.outbox;

import io.synctracker.EntityRef;
import io.synctracker.store.Dialect;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Gives entries up. */
final class Abandoning {

    private static final String LOCK = """
            select id, model_name, model_id, system_name from $logs
             where id in (:ids)
               and (sync_status = 'failed'
                    or (sync_status = 'pending' and (lease_until is null or lease_until <= $now)))
             order by id
               for update""";

    private static final String ABANDON = """
            update $logs
               set sync_status = 'completed', outcome = 'abandoned', note = :note, completed_at = $now,
                   lease_token = null, lease_until = null
             where id in (:ids)""";

    private final NamedParameterJdbcTemplate jdbc;
    private final String lock;
    private final String abandon;

    Abandoning(NamedParameterJdbcTemplate jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        Sql sql = new Sql(dialect);
        lock = sql.of(LOCK);
        abandon = sql.of(ABANDON);
    }

    /**
     * An entry that was given up.
     *
     * @param id the entry
     * @param entity its entity
     * @param system its target
     */
    record Abandoned(long id, EntityRef entity, String system) {}

    /** Gives up those of the entries that are in nobody's hands; joins the thread's transaction. */
    List<Abandoned> abandon(Collection<Long> ids, String note) {
        List<Abandoned> free = jdbc.query(
                lock,
                Waits.parameters("ids", ids),
                (row, number) -> new Abandoned(
                        row.getLong("id"),
                        new EntityRef(row.getString("model_name"), row.getString("model_id")),
                        row.getString("system_name")));
        if (!free.isEmpty()) {
            jdbc.update(
                    abandon,
                    Waits.parameters("ids", free.stream().map(Abandoned::id).toList())
                            .addValue("note", note));
        }
        return free;
    }
}
