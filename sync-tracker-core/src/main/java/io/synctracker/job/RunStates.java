package io.synctracker.job;

import io.synctracker.model.JsonText;
import io.synctracker.store.Codes;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * How runs go from state to state. Each change names the state it needs, and the number of rows says whether it was there;
 * what belongs to a try also names the try. Every statement joins the transaction of the thread.
 */
final class RunStates {

    private static final String START = """
            update $runs
               set run_status = 'running', running_key = run_key, attempts = attempts + 1, node = :node,
                   started_at = :now, due_at = null
             where id = :id and attempts = :attempts and run_status = :status""";

    private static final String NOTE_ATTEMPT = """
            insert into $attempts (run_id, attempt, node, started_at, outcome)
            values (:id, :attempts, :node, :now, 'running')""";

    private static final String END_ATTEMPT = """
            update $attempts set ended_at = :now, outcome = :outcome, error_message = :error
             where run_id = :id and attempt = :attempts and ended_at is null""";

    private static final String END = """
            update $runs
               set run_status = :status, open_key = null, running_key = null, error_message = :error, result = :result,
                   finished_at = :now,
                   sealed_payload = case when :status = 'success' then null else sealed_payload end
             where id = :id and attempts = :attempts and run_status = 'running'""";

    private static final String AGAIN = """
            update $runs
               set run_status = 'queued', running_key = null, error_message = :error, due_at = :due,
                   max_attempts = max_attempts + :extra
             where id = :id and attempts = :attempts and run_status = 'running' and cancel_requested_at is null""";

    private static final String PROGRESS = """
            update $runs set done = :done, total = :total, counts = :counts
             where id = :id and attempts = :attempts and run_status = 'running'""";

    private static final String WHO_CANCELS = """
            select cancelled_by from $runs where id = :id and cancel_requested_at is not null""";

    private static final String CANCEL_WAITING = """
            update $runs
               set run_status = 'cancelled', open_key = null, error_message = :reason, cancelled_by = :by,
                   cancel_requested_at = :asked, due_at = null, finished_at = :now
             where id = :id and run_status = 'queued'""";

    private static final String ASK_TO_STOP = """
            update $runs set cancel_requested_at = :now, cancelled_by = :by
             where id = :id and run_status = 'running' and cancel_requested_at is null""";

    private final NamedParameterJdbcTemplate jdbc;
    private final JobSql sql;
    private final String node;

    RunStates(NamedParameterJdbcTemplate jdbc, JobSql sql, String node) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.node = node;
    }

    /**
     * Begins a try of a run as it was read.
     *
     * @return whether it is this process's
     * @throws org.springframework.dao.DuplicateKeyException if another run of its key is being worked at
     */
    boolean start(JobRun run, Instant now) {
        JobSql.Parameters row = sql.with("id", run.id())
                .and("attempts", run.attempts())
                .and("status", Codes.of(run.status()))
                .and("node", node)
                .and("now", now);
        if (jdbc.update(sql.of(START), row) == 0) {
            return false;
        }
        jdbc.update(sql.of(NOTE_ATTEMPT), row.and("attempts", run.attempts() + 1));
        return true;
    }

    /** Notes how a try ended. */
    void endAttempt(long id, int attempt, String outcome, @Nullable String error, Instant now) {
        jdbc.update(
                sql.of(END_ATTEMPT),
                sql.with("id", id)
                        .and("attempts", attempt)
                        .and("outcome", outcome)
                        .and("error", error)
                        .and("now", now));
    }

    /**
     * Ends a try of a run.
     *
     * @return whether it was still this try's; false also if it was to be tried again and somebody has cancelled it
     */
    boolean settle(long id, int attempt, Settlement settlement, Instant now) {
        boolean again = settlement.status() == JobStatus.QUEUED;
        JobSql.Parameters row = sql.with("id", id)
                .and("attempts", attempt)
                .and("status", Codes.of(settlement.status()))
                .and("error", settlement.error())
                .and("result", settlement.result() == null ? null : JsonText.write(settlement.result()))
                .and("due", settlement.dueAt())
                .and("extra", settlement.free() ? 1 : 0)
                .and("now", now);
        if (jdbc.update(sql.of(again ? AGAIN : END), row) == 0) {
            return false;
        }
        endAttempt(id, attempt, settlement.outcome(), settlement.error(), now);
        return true;
    }

    /** Stores how far a try is; returns whether the run is still this try's. */
    boolean progress(long id, int attempt, Progress progress) {
        JobSql.Parameters row = sql.with("id", id)
                .and("attempts", attempt)
                .and("done", progress.done())
                .and("total", progress.total())
                .and("counts", JsonText.write(progress.counts()));
        return jdbc.update(sql.of(PROGRESS), row) == 1;
    }

    /** Returns what is said of a run that somebody has asked to stop. */
    Optional<String> stopRequest(long id) {
        return jdbc
                .query(
                        sql.of(WHO_CANCELS),
                        sql.with("id", id),
                        (row, number) -> cancelled(row.getString("cancelled_by")))
                .stream()
                .findFirst();
    }

    private static String cancelled(@Nullable String by) {
        return by == null ? "Cancelled" : "Cancelled by " + by;
    }

    /** Cancels a run that waits, for somebody; returns whether it did. */
    boolean cancelWaiting(long id, @Nullable String by, Instant now) {
        JobSql.Parameters row = sql.with("reason", cancelled(by)).and("by", by).and("asked", now);
        return jdbc.update(sql.of(CANCEL_WAITING), row.and("id", id).and("now", now)) == 1;
    }

    /** Cancels a run that waits, because its key is taken; returns whether it did. */
    boolean skipWaiting(long id, long blocker, Instant now) {
        JobSql.Parameters row =
                sql.with("reason", skipped(blocker)).and("by", null).and("asked", null);
        return jdbc.update(sql.of(CANCEL_WAITING), row.and("id", id).and("now", now)) == 1;
    }

    /** Says why a run was skipped. */
    static String skipped(long blocker) {
        return "Skipped: run " + blocker + " of the same key has not ended";
    }

    /** Asks a run that is being worked at to stop; returns whether nobody had before. */
    boolean askToStop(long id, @Nullable String by, Instant now) {
        return jdbc.update(sql.of(ASK_TO_STOP), sql.with("id", id).and("by", by).and("now", now)) == 1;
    }
}
