package io.synctracker.outbox;

import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Counts entries. */
final class Counts {

    private static final String BY_STATUS = """
            select sync_status, count(*) as entries, sum(case when lease_until > $now then 1 else 0 end) as leased
              from $logs""";

    private static final String PENDING = """
            select system_name, count(*) as entries, min(id) as oldest from $logs
             where sync_status = 'pending' group by system_name""";

    private static final String FAILED = """
            select system_name, count(*) as entries from $logs
             where sync_status = 'failed' group by system_name""";

    private static final String AGE = "select id, created_at, $now as db_now from $logs where id in (:ids)";

    private final NamedParameterJdbcTemplate jdbc;
    private final Dialect dialect;
    private final Sql sql;

    Counts(NamedParameterJdbcTemplate jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.sql = new Sql(dialect);
    }

    OutboxStats stats(@Nullable String system) {
        Map<SyncLogStatus, Long> counts = new HashMap<>();
        String where = system == null ? "" : " where system_name = :system";
        MapSqlParameterSource parameters = new MapSqlParameterSource("system", system);
        jdbc.query(sql.of(BY_STATUS) + where + " group by sync_status", parameters, row -> {
            SyncLogStatus status = Codes.value(SyncLogStatus.class, row.getString("sync_status"));
            long leased = status == SyncLogStatus.PENDING ? row.getLong("leased") : 0;
            counts.put(status, row.getLong("entries") - leased);
            counts.merge(SyncLogStatus.SYNCING, leased, Long::sum);
        });
        return new OutboxStats(
                counts.getOrDefault(SyncLogStatus.PENDING, 0L),
                counts.getOrDefault(SyncLogStatus.SYNCING, 0L),
                counts.getOrDefault(SyncLogStatus.COMPLETED, 0L),
                counts.getOrDefault(SyncLogStatus.FAILED, 0L),
                counts.values().stream().mapToLong(Long::longValue).sum());
    }

    List<Backlog> backlogs(Collection<String> declared) {
        Map<String, Long> pending = new HashMap<>();
        Map<String, Long> oldest = new HashMap<>();
        jdbc.query(sql.of(PENDING), row -> {
            pending.put(row.getString("system_name"), row.getLong("entries"));
            oldest.put(row.getString("system_name"), row.getLong("oldest"));
        });
        Map<String, Long> failed = new HashMap<>();
        jdbc.query(sql.of(FAILED), row -> {
            failed.put(row.getString("system_name"), row.getLong("entries"));
        });
        Map<Long, Duration> ages = ages(oldest.values());
        TreeSet<String> systems = new TreeSet<>(declared);
        systems.addAll(pending.keySet());
        systems.addAll(failed.keySet());
        List<Backlog> backlogs = new ArrayList<>();
        for (String system : systems) {
            backlogs.add(new Backlog(
                    system,
                    pending.getOrDefault(system, 0L),
                    failed.getOrDefault(system, 0L),
                    ages.get(oldest.getOrDefault(system, 0L))));
        }
        return backlogs;
    }

    private Map<Long, Duration> ages(Collection<Long> ids) {
        Map<Long, Duration> ages = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(sql.of(AGE), Waits.parameters("ids", ids), row -> {
                long micros = Micros.between(dialect, row, "created_at", "db_now");
                ages.put(row.getLong("id"), Duration.of(Math.max(0, micros), ChronoUnit.MICROS));
            });
        }
        return ages;
    }
}
