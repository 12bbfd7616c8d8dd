package io.synctracker.schedule;

import static java.util.Objects.requireNonNull;

import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** The rows of the schedules. Joins the thread's transaction; {@link #lock} needs one. */
final class ScheduleStore {

    private static final String INSERT = """
            insert into $schedules
                   (name, stream, cadence, expression, zone, date_range, range_from, range_to, max_runs_per_day, enabled,
                    owner, created_at, updated_at, next_fire_at)
            values (:name, :stream, :cadence, :expression, :zone, :range, :from, :to, :max, :enabled,
                    :owner, :now, :now, :next)""";

    private static final String UPDATE = """
            update $schedules
               set name = :name, stream = :stream, cadence = :cadence, expression = :expression, zone = :zone,
                   date_range = :range, range_from = :from, range_to = :to, max_runs_per_day = :max,
                   enabled = :enabled, updated_at = :now, next_fire_at = :next
             where id = :id""";

    private static final String FIRED = """
            update $schedules
               set last_fired_at = next_fire_at, next_fire_at = :next, runs_day = :day, runs_today = :count
             where id = :id and next_fire_at = :planned""";

    private static final String NEXT = """
            select next_fire_at from $schedules where id = :id and next_fire_at is not null""";

    private static final String DELETE = "delete from $schedules where id = :id";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final ScheduleQueries queries;
    private final ScheduleConnections connections;

    ScheduleStore(DataSource dataSource, Dialect dialect) {
        this.jdbc = JdbcClient.create(dataSource);
        this.dialect = dialect;
        this.connections = new ScheduleConnections(jdbc, dialect);
        this.queries = new ScheduleQueries(jdbc, dialect, connections);
    }

    Optional<StoredSchedule> find(long id) {
        return queries.byId(id, "");
    }

    Optional<StoredSchedule> find(String name) {
        return queries.byName(name);
    }

    /** Finds a schedule and keeps all others from changing it until the transaction ends. */
    Optional<StoredSchedule> lock(long id) {
        return queries.byId(id, " for update");
    }

    List<StoredSchedule> list(@Nullable Long after, int limit) {
        return queries.list(after, limit);
    }

    Optional<Instant> nextFireAt(long id) {
        return jdbc.sql(sql(NEXT))
                .param("id", id)
                .query((row, number) -> requireNonNull(dialect.instant(row, "next_fire_at")))
                .optional();
    }

    long insert(ScheduleDraft draft, @Nullable String owner, Instant now, @Nullable Instant next) {
        KeyHolder keys = new GeneratedKeyHolder();
        try {
            bound(INSERT, draft, now, next).param("owner", owner).update(keys, "id");
        } catch (DuplicateKeyException e) {
            throw taken(draft.name());
        }
        long id = requireNonNull(keys.getKey()).longValue();
        connections.write(id, List.of(), draft.connections());
        return id;
    }

    void update(Schedule old, ScheduleDraft draft, Instant now, @Nullable Instant next) {
        try {
            bound(UPDATE, draft, now, next).param("id", old.id()).update();
        } catch (DuplicateKeyException e) {
            throw taken(draft.name());
        }
        connections.write(old.id(), old.draft().connections(), draft.connections());
    }

    void delete(Schedule old) {
        connections.write(old.id(), old.draft().connections(), List.of());
        jdbc.sql(sql(DELETE)).param("id", old.id()).update();
    }

    /** Notes a firing; returns false if it was noted before. */
    boolean fired(long id, Instant planned, @Nullable Instant next, DayRuns runs) {
        return jdbc.sql(sql(FIRED))
                        .param("id", id)
                        .param("planned", dialect.parameter(planned))
                        .param("next", parameter(next))
                        .param("day", runs.day())
                        .param("count", runs.count())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec bound(String sql, ScheduleDraft draft, Instant now, @Nullable Instant next) {
        CadenceText cadence = CadenceText.of(draft.cadence());
        return jdbc.sql(sql(sql))
                .param("name", draft.name())
                .param("stream", draft.stream())
                .param("cadence", cadence.kind())
                .param("expression", cadence.expression())
                .param("zone", draft.zone().getId())
                .param("range", Codes.of(draft.range().preset()))
                .param("from", draft.range().from())
                .param("to", draft.range().to())
                .param("max", draft.maxRunsPerDay())
                .param("enabled", draft.enabled())
                .param("now", dialect.parameter(now))
                .param("next", parameter(next));
    }

    private @Nullable Object parameter(@Nullable Instant time) {
        return time == null ? null : dialect.parameter(time);
    }

    private String sql(String text) {
        return text.replace("$schedules", dialect.tables().named("schedules"));
    }

    static InvalidScheduleException taken(String name) {
        return new InvalidScheduleException("There is a schedule '" + name + "' already. Choose another name.");
    }
}
