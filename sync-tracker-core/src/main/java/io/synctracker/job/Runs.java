package io.synctracker.job;

import io.synctracker.model.JsonText;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The rows of runs, one at a time. Every statement joins the transaction of the thread. */
final class Runs {

    private static final String INSERT = """
            insert into $runs (service, action, target_type, target_id, run_key, open_key, overlap_rule, run_status,
                               trigger_name, requested_by, schedule_id, parent_id, priority, payload, payload_masked,
                               sealed_payload, max_attempts, error_message, created_at, due_at, finished_at)
            values (:service, :action, :target_type, :target_id, :run_key, :open_key, :overlap, :status,
                    :trigger, :requested_by, :schedule_id, :parent_id, :priority, :payload, :masked,
                    :sealed, :max_attempts, :error, :now, :due, :finished)""";

    private static final String FIND = "select * from $runs where id = :id";

    private static final String FIRST_OPEN = "select min(id) from $runs where open_key = :key";

    private static final String RUNNING = "select min(id) from $runs where running_key = :key and id <> :id";

    private static final String ATTEMPTS = "select * from $attempts where run_id = :id order by attempt";

    private final NamedParameterJdbcTemplate jdbc;
    private final JobSql sql;

    Runs(NamedParameterJdbcTemplate jdbc, JobSql sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /**
     * Adds a run that waits, or one that was skipped.
     *
     * @param skipped why it is skipped, or {@code null} if it is not
     * @return its number
     */
    long insert(JobRequest request, SealedPayload payload, int maxAttempts, Instant now, @Nullable String skipped) {
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        JobSql.Parameters row = sql.with("service", request.service())
                .and("action", request.action())
                .and("target_type", request.targetType())
                .and("target_id", request.targetId())
                .and("run_key", request.key())
                .and("open_key", skipped == null ? request.key() : null)
                .and("overlap", Codes.of(request.overlap()))
                .and("status", Codes.of(skipped == null ? JobStatus.QUEUED : JobStatus.CANCELLED))
                .and("trigger", Codes.of(request.trigger()))
                .and("requested_by", request.requestedBy())
                .and("schedule_id", request.scheduleId())
                .and("parent_id", request.parentId())
                .and("priority", request.priority())
                .and("payload", JsonText.write(payload.shown()))
                .and("masked", payload.masked())
                .and("sealed", payload.sealed())
                .and("max_attempts", maxAttempts)
                .and("error", skipped)
                .and("now", now)
                .and("due", skipped == null ? now : null)
                .and("finished", skipped == null ? null : now);
        jdbc.update(sql.of(INSERT), row, keys, new String[] {"id"});
        return Objects.requireNonNull(keys.getKey(), "id").longValue();
    }

    Optional<JobRun> find(long id) {
        return row(id).map(RunRow::run);
    }

    Optional<RunRow> row(long id) {
        Dialect dialect = sql.dialect();
        return jdbc.query(sql.of(FIND), sql.with("id", id), (row, number) -> RunRow.read(dialect, row)).stream()
                .findFirst();
    }

    /** Returns the earliest run of a key that has not ended. */
    Optional<Long> firstOpen(String key) {
        return one(sql.of(FIRST_OPEN), sql.with("key", key));
    }

    /** Returns what a run of a key has to wait for. */
    Optional<Long> blocker(String key, long id) {
        return firstOpen(key).filter(first -> first < id).or(() -> running(key, id));
    }

    private Optional<Long> running(String key, long id) {
        return one(sql.of(RUNNING), sql.with("key", key).and("id", id));
    }

    private Optional<Long> one(String text, JobSql.Parameters parameters) {
        return Optional.ofNullable(jdbc.queryForObject(text, parameters, Long.class));
    }

    List<JobAttempt> attempts(long id) {
        Dialect dialect = sql.dialect();
        return jdbc.query(
                sql.of(ATTEMPTS),
                sql.with("id", id),
                (row, number) -> new JobAttempt(
                        row.getInt("attempt"),
                        row.getString("node"),
                        Objects.requireNonNull(dialect.instant(row, "started_at")),
                        dialect.instant(row, "ended_at"),
                        row.getString("outcome"),
                        row.getString("error_message")));
    }
}
