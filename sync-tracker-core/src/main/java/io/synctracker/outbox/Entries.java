package io.synctracker.outbox;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.SyncTrackerException;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Finds entries for people. */
final class Entries {

    private static final String SELECT = """
            select id, model_name, model_id, version, system_name, action, sync_status, sync_attempts, outcome,
                   error_message, note, superseded_by, origin, data, created_at, next_attempt_at, last_sync_attempt,
                   lease_until, completed_at, case when lease_until > $now then 1 else 0 end as is_leased
              from $logs where\s""";

    private final NamedParameterJdbcTemplate jdbc;
    private final Dialect dialect;
    private final Function<String, Map<String, @Nullable Object>> mask;
    private final String select;
    private final Sql sql;

    Entries(NamedParameterJdbcTemplate jdbc, Dialect dialect, Function<String, Map<String, @Nullable Object>> mask) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.mask = mask;
        this.sql = new Sql(dialect);
        this.select = sql.of(SELECT);
    }

    List<OutboxEntry> find(OutboxFilter filter) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("limit", filter.limit());
        String where = sql.of(Conditions.of(filter, parameters));
        return jdbc.query(select + where + " order by id desc limit :limit", parameters, (row, number) -> entry(row));
    }

    List<OutboxEntry> find(long id) {
        return jdbc.query(select + "id = :id", Waits.parameters("id", id), (row, number) -> entry(row));
    }

    private OutboxEntry entry(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new OutboxEntry(
                row.getLong("id"),
                new EntityRef(row.getString("model_name"), row.getString("model_id")),
                row.getLong("version"),
                row.getString("system_name"),
                Codes.value(ChangeType.class, row.getString("action")),
                status(row),
                outcome == null ? null : Codes.value(EntryOutcome.class, outcome),
                row.getInt("sync_attempts"),
                row.getString("error_message"),
                row.getString("note"),
                row.getObject("superseded_by", Long.class),
                row.getString("origin"),
                times(row),
                masked(row.getString("data")));
    }

    private static SyncLogStatus status(ResultSet row) throws SQLException {
        SyncLogStatus stored = Codes.value(SyncLogStatus.class, row.getString("sync_status"));
        return stored == SyncLogStatus.PENDING && row.getInt("is_leased") == 1 ? SyncLogStatus.SYNCING : stored;
    }

    private OutboxEntry.Times times(ResultSet row) throws SQLException {
        return new OutboxEntry.Times(
                required(row, "created_at"),
                required(row, "next_attempt_at"),
                dialect.instant(row, "last_sync_attempt"),
                dialect.instant(row, "lease_until"),
                dialect.instant(row, "completed_at"));
    }

    private Instant required(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(dialect.instant(row, column), column);
    }

    /** One unreadable row must not spoil the page that would help to find it. */
    private @Nullable Map<String, @Nullable Object> masked(@Nullable String data) {
        try {
            return data == null ? null : mask.apply(data);
        } catch (SyncTrackerException e) {
            return null;
        }
    }
}
