package io.synctracker.job;

import com.zaxxer.hikari.HikariDataSource;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Until;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The pool hands out connections that commit nothing by themselves. */
class NoAutoCommitTest extends JobTest {

    NoAutoCommitTest() {
        super(Vendor.POSTGRESQL);
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database().dataSource());
        pool.setAutoCommit(false);
        return pool;
    }

    private JobParts over(HikariDataSource pool) {
        JobParts parts = parts("pooled", clock, KEYS);
        return new JobParts(
                new JobStore(pool, new DataSourceTransactionManager(pool), dialect, KEYS),
                parts.jobs(),
                parts.sources(),
                parts.timerOwner(),
                parts.publisher(),
                parts.clock(),
                parts.settings());
    }

    @Test
    void an_alarm_that_was_answered_is_gone() {
        try (HikariDataSource pool = pool();
                JobEngine engine = JobEngine.of(over(pool))) {
            engine.start();
            JobRun first = engine.jobs().enqueue(SYNC.withKey("k", Overlap.WAIT));
            JobRun second = engine.jobs().enqueue(SYNC.withKey("k", Overlap.WAIT));

            Until.holds(() -> now(first).status().finished());
            Until.holds(() -> now(second).status().finished());

            Until.holds(() -> count("sync_jobs") == 0);
        }
    }
}
