package io.synctracker.schedule;

import com.zaxxer.hikari.HikariDataSource;
import io.synctracker.connector.PullRequest;
import io.synctracker.job.JobRun;
import io.synctracker.store.Dialect;
import io.synctracker.store.TableNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A process that answers a ring, and waits between its two pulls to be killed. */
final class DoomedFiring {

    private DoomedFiring() {}

    /** Takes the database's address, its user, the file that tells that the middle is reached, the number and the time. */
    public static void main(String[] arguments) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(arguments[0]);
        dataSource.setUsername(arguments[1]);
        dataSource.setPassword(System.getenv("DOOMED_PASSWORD"));
        MovedClock clock = new MovedClock(arguments[4]);
        Fleet fleet = new Fleet(new JdbcTemplate(dataSource), clock) {
            @Override
            public JobRun pull(PullRequest request) {
                JobRun run = super.pull(request);
                reach(Path.of(arguments[2]));
                return run;
            }
        };
        new ScheduleParts(
                        dataSource,
                        new DataSourceTransactionManager(dataSource),
                        Dialect.of(dataSource, TableNames.DEFAULT),
                        fleet,
                        fleet,
                        clock)
                .timerOwner()
                .ring(Long.parseLong(arguments[3]));
    }

    private static void reach(Path signal) {
        try {
            Files.createFile(signal);
            new CountDownLatch(1).await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
