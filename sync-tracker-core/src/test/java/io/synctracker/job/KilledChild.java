package io.synctracker.job;

import com.zaxxer.hikari.HikariDataSource;
import io.synctracker.store.Dialect;
import io.synctracker.store.TableNames;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A process that works at a run: it commits one page, and stands still in the middle of the next one until it is killed. */
final class KilledChild implements SyncJob {

    private final HikariDataSource dataSource;

    private KilledChild(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    public static void main(String[] arguments) throws InterruptedException {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(arguments[0]);
        dataSource.setUsername(arguments[1]);
        dataSource.setPassword(arguments[2]);
        dataSource.setMaximumPoolSize(4);
        KilledChild job = new KilledChild(dataSource);
        JobParts parts = new JobParts(
                new JobStore(
                        dataSource,
                        new DataSourceTransactionManager(dataSource),
                        Dialect.of(dataSource, TableNames.DEFAULT),
                        JobTest.KEYS),
                () -> List.of(job),
                List::of,
                Optional::empty,
                event -> {},
                Clock.systemUTC(),
                settings("child"));
        JobEngine.of(parts).start();
        new CountDownLatch(1).await();
    }

    static JobSettings settings(String name) {
        return JobSettings.DEFAULT
                .withNodeName(name)
                .withPollInterval(Duration.ofMillis(100))
                .withHeartbeat(Duration.ofMillis(250), 4)
                .withShutdownTimeout(Duration.ofMillis(200));
    }

    @Override
    public String service() {
        return "whm";
    }

    @Override
    public String action() {
        return "sync";
    }

    @Override
    public JobOutcome run(JobContext job) throws InterruptedException {
        TransactionTemplate page = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        page.executeWithoutResult(status -> write(job, "1"));
        page.executeWithoutResult(status -> {
            write(job, "2");
            standStill();
        });
        return JobOutcome.succeeded();
    }

    private void write(JobContext job, String number) {
        new JdbcTemplate(dataSource).update("insert into sync_targets (system_name) values (?)", "page-" + number);
        job.position("page", number);
        job.confirm();
    }

    private static void standStill() {
        try {
            System.out.println("STANDING");
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
