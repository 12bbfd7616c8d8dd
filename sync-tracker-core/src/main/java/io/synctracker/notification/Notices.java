package io.synctracker.notification;

import io.synctracker.store.Dialect;
import io.synctracker.store.ShortTransactions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** When each thing was last told, in a table that all processes share, so that one of them tells. Thread-safe. */
final class Notices {

    private final JdbcTemplate jdbc;
    private final ShortTransactions transactions;
    private final String find;
    private final String insert;
    private final String told;
    private final String untold;
    private final String forget;

    Notices(DataSource dataSource, Dialect dialect) {
        jdbc = new JdbcTemplate(dataSource);
        transactions = new ShortTransactions(dataSource);
        String table = dialect.tables().named("notices");
        find = "select case when told_at <= " + dialect.nowPlusMicros() + " then untold else -1 end from " + table
                + " where notice_key = ? for update";
        insert = "insert into " + table + " (notice_key, told_at, untold) values (?, " + dialect.now() + ", 0)";
        told = "update " + table + " set told_at = " + dialect.now() + ", untold = 0 where notice_key = ?";
        untold = "update " + table + " set untold = untold + 1 where notice_key = ?";
        forget = "delete from " + table + " where notice_key = ?";
    }

    /**
     * Asks whether something may be told now, and notes that it is.
     *
     * @param key what is told
     * @param quiet how long it is not told again
     * @return how often it was not told since the last time; empty if it is to be kept quiet now
     */
    OptionalLong claim(String key, Duration quiet) {
        try {
            return transactions.call(() -> claimed(key, quiet));
        } catch (DuplicateKeyException e) {
            // Another process has told it for the first time, a moment ago.
            return transactions.call(() -> claimed(key, quiet));
        }
    }

    private OptionalLong claimed(String key, Duration quiet) {
        List<Long> before = jdbc.query(find, (row, i) -> row.getLong(1), -TimeUnit.MICROSECONDS.convert(quiet), key);
        if (before.isEmpty()) {
            jdbc.update(insert, key);
            return OptionalLong.of(0);
        }
        if (before.get(0) < 0) {
            jdbc.update(untold, key);
            return OptionalLong.empty();
        }
        jdbc.update(told, key);
        return OptionalLong.of(before.get(0));
    }

    /** Forgets that something was told, so that the next time is told again. */
    void forget(String key) {
        transactions.run(() -> jdbc.update(forget, key));
    }
}
