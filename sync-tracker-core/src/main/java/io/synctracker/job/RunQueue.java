package io.synctracker.job;

import io.synctracker.store.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Looks at the queue: only at runs that have not ended, and at those of the last minutes. */
final class RunQueue {

    private static final String ENGINE = "db-scheduler";
    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final String QUEUED = "select count(*) from $runs where run_status = 'queued'";

    private static final String LONGEST_DUE =
            "select min(due_at) as due_at from $runs where run_status = 'queued' and due_at <= :now";

    private static final String RUNNING =
            "select node, count(*) as running from $runs where run_status = 'running' group by node";

    private static final String LATELY_AT_WORK =
            "select distinct node from $runs where finished_at >= :since and open_key is null and node is not null";

    private final NamedParameterJdbcTemplate jdbc;
    private final JobSql sql;

    RunQueue(NamedParameterJdbcTemplate jdbc, JobSql sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /**
     * Returns how it stands.
     *
     * @param self this process, if it runs jobs
     */
    JobQueue look(Instant now, Optional<String> self) {
        Map<String, Long> nodes = new TreeMap<>();
        self.ifPresent(node -> nodes.put(node, 0L));
        jdbc.queryForList(sql.of(LATELY_AT_WORK), sql.with("since", now.minus(LATELY)), String.class)
                .forEach(node -> nodes.put(node, 0L));
        jdbc.query(sql.of(RUNNING), row -> {
            nodes.put(row.getString("node"), row.getLong("running"));
        });
        Long queued = jdbc.queryForObject(sql.of(QUEUED), Map.of(), Long.class);
        return new JobQueue(
                ENGINE,
                queued == null ? 0 : queued,
                nodes.values().stream().mapToLong(Long::longValue).sum(),
                lag(now),
                nodes.entrySet().stream()
                        .map(node -> new JobQueue.Node(node.getKey(), node.getValue()))
                        .toList());
    }

    private Duration lag(Instant now) {
        Dialect dialect = sql.dialect();
        return jdbc
                .query(
                        sql.of(LONGEST_DUE),
                        sql.with("now", now),
                        (row, number) -> Optional.ofNullable(dialect.instant(row, "due_at")))
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
    }
}
