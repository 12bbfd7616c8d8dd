package io.synctracker.schedule;

import static java.util.Objects.requireNonNull;

import io.synctracker.SyncTrackerException;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads schedules. */
final class ScheduleQueries {

    private static final String SELECT = """
            select id, name, stream, cadence, expression, zone, date_range, range_from, range_to, max_runs_per_day,
                   enabled, owner, created_at, updated_at, last_fired_at, next_fire_at, runs_day, runs_today
              from $schedules""";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final ScheduleConnections connections;
    private final String select;

    ScheduleQueries(JdbcClient jdbc, Dialect dialect, ScheduleConnections connections) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.connections = connections;
        this.select = SELECT.replace("$schedules", dialect.tables().named("schedules"));
    }

    Optional<StoredSchedule> byId(long id, String lock) {
        return complete(jdbc.sql(select + " where id = :id" + lock).param("id", id)).stream()
                .findFirst();
    }

    Optional<StoredSchedule> byName(String name) {
        return complete(jdbc.sql(select + " where name = :name").param("name", name)).stream()
                .findFirst();
    }

    List<StoredSchedule> list(@Nullable Long after, int limit) {
        return complete(jdbc.sql(select + " where id > :after order by id limit :limit")
                .param("after", after == null ? Long.MIN_VALUE : after)
                .param("limit", limit));
    }

    /** The rows are read first, and their connections with another statement, because one cannot be open beside it. */
    private List<StoredSchedule> complete(JdbcClient.StatementSpec statement) {
        List<StoredSchedule> found = statement.query(mapper()).list();
        Map<Long, List<String>> names = connections.of(
                found.stream().map(stored -> stored.schedule().id()).toList());
        return found.stream()
                .map(stored -> with(stored, names.getOrDefault(stored.schedule().id(), List.of())))
                .toList();
    }

    private static StoredSchedule with(StoredSchedule stored, List<String> names) {
        Schedule old = stored.schedule();
        ScheduleDraft draft = old.draft();
        ScheduleDraft complete = new ScheduleDraft(
                draft.name(),
                names,
                draft.stream(),
                draft.cadence(),
                draft.zone(),
                draft.range(),
                draft.maxRunsPerDay(),
                draft.enabled());
        return new StoredSchedule(
                new Schedule(
                        old.id(),
                        complete,
                        old.owner(),
                        old.createdAt(),
                        old.updatedAt(),
                        old.lastFiredAt(),
                        old.nextFireAt(),
                        old.runsToday()),
                stored.runs());
    }

    private RowMapper<StoredSchedule> mapper() {
        return (row, number) -> {
            DayRuns runs = new DayRuns(row.getObject("runs_day", LocalDate.class), row.getInt("runs_today"));
            Schedule schedule = new Schedule(
                    row.getLong("id"),
                    draft(row),
                    row.getString("owner"),
                    requireNonNull(dialect.instant(row, "created_at")),
                    requireNonNull(dialect.instant(row, "updated_at")),
                    dialect.instant(row, "last_fired_at"),
                    dialect.instant(row, "next_fire_at"),
                    runs.count());
            return new StoredSchedule(schedule, runs);
        };
    }

    private static ScheduleDraft draft(ResultSet row) throws SQLException {
        String name = row.getString("name");
        try {
            return new ScheduleDraft(
                    name,
                    List.of(),
                    row.getString("stream"),
                    new CadenceText(row.getString("cadence"), row.getString("expression")).cadence(),
                    ZoneId.of(row.getString("zone")),
                    new DateRange(
                            Codes.value(DateRange.Preset.class, row.getString("date_range")),
                            row.getObject("range_from", LocalDate.class),
                            row.getObject("range_to", LocalDate.class)),
                    row.getInt("max_runs_per_day"),
                    row.getBoolean("enabled"));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new SyncTrackerException(
                    "The schedule '" + name + "' cannot be read: " + e.getMessage()
                            + ". Its row was changed outside the library, or this JVM does not know its zone.",
                    e);
        }
    }
}
