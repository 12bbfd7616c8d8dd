package io.synctracker.outbox;

import io.synctracker.store.Dialect;
import io.synctracker.store.ShortTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Deletes what is answered for and old. Walks the table by its primary key, a page at a time, each in a transaction of
 * its own, so that it needs no index and holds up nobody; several may walk at once. It ends at the first page on which
 * nothing is old enough, since ids grow with time.
 */
final class Cleanup {

    private static final int PAGE = 1000;

    private static final String OLD = """
            select id, sync_status,
                   case when completed_at < $later then 1 else 0 end as is_done,
                   case when created_at < $later then 1 else 0 end as is_old
              from $logs
             where id > :after
             order by id
             limit :limit""";

    private static final String DELETE = """
            delete from $logs where id in (:ids) and sync_status = 'completed'""";

    private final NamedParameterJdbcTemplate jdbc;
    private final ShortTransactions transactions;
    private final String old;
    private final String delete;

    Cleanup(NamedParameterJdbcTemplate jdbc, Dialect dialect, ShortTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        Sql sql = new Sql(dialect);
        old = sql.of(OLD);
        delete = sql.of(DELETE);
    }

    private record Seen(long id, boolean done, boolean old) {

        static Seen read(ResultSet row, int number) throws SQLException {
            boolean completed = "completed".equals(row.getString("sync_status"));
            return new Seen(row.getLong("id"), completed && row.getInt("is_done") == 1, row.getInt("is_old") == 1);
        }
    }

    long clean(Duration retention) {
        long deleted = 0;
        long after = Long.MIN_VALUE;
        while (!Thread.currentThread().isInterrupted()) {
            List<Seen> page = page(after, retention);
            if (page.stream().noneMatch(Seen::old)) {
                break;
            }
            deleted += delete(page.stream().filter(Seen::done).map(Seen::id).toList());
            after = page.get(page.size() - 1).id();
        }
        return deleted;
    }

    private List<Seen> page(long after, Duration retention) {
        return transactions.call(() -> jdbc.query(
                old,
                Waits.parameters("after", after)
                        .addValue("micros", -Micros.of(retention))
                        .addValue("limit", PAGE),
                Seen::read));
    }

    private int delete(List<Long> ids) {
        return ids.isEmpty() ? 0 : transactions.call(() -> jdbc.update(delete, Waits.parameters("ids", ids)));
    }
}
