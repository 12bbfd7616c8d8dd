package io.synctracker.job;

import io.synctracker.SyncTrackerException;
import io.synctracker.store.ShortTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Removes runs that ended long ago, a few in each transaction, so that nobody is held up; several may do so at once. That an
 * ended run holds no key is said for the index: it is for this query, and one that looks for the last success cannot take it
 * by mistake and walk it to the end.
 */
final class RunCleanup {

    private static final int PAGE = 500;

    private static final String OLD =
            "select id from $runs where finished_at < :before and open_key is null order by finished_at limit " + PAGE;

    private static final List<String> DELETES = List.of(
            "delete from $positions where run_id in (:ids)",
            "delete from $attempts where run_id in (:ids)",
            "delete from $runs where id in (:ids) and finished_at is not null");

    private final NamedParameterJdbcTemplate jdbc;
    private final JobSql sql;
    private final ShortTransactions transactions;

    RunCleanup(NamedParameterJdbcTemplate jdbc, JobSql sql, ShortTransactions transactions) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.transactions = transactions;
    }

    long clean(Duration retention, Instant now) {
        if (retention.isNegative()) {
            throw new SyncTrackerException("Runs cannot be kept for " + retention + ". Give zero or more.");
        }
        long removed = 0;
        List<Long> page;
        do {
            page = jdbc.query(
                    sql.of(OLD), sql.with("before", now.minus(retention)), (row, number) -> row.getLong("id"));
            removed += remove(page.stream().sorted().toList());
        } while (page.size() == PAGE && !Thread.currentThread().isInterrupted());
        return removed;
    }

    private int remove(List<Long> ids) {
        return ids.isEmpty()
                ? 0
                : transactions.call(() -> {
                    int removed = 0;
                    for (String delete : DELETES) {
                        removed = jdbc.update(sql.of(delete), sql.with("ids", ids));
                    }
                    return removed;
                });
    }
}
