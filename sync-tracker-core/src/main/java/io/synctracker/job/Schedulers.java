package io.synctracker.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import io.synctracker.store.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Makes the alarm clock: db-scheduler, over a table of ours, for tasks of ours, seen by nobody else. */
interface Schedulers {

    /** Makes one that is started and stopped once. */
    Scheduler make(JobParts parts, List<Task<?>> tasks);

    /** Makes one that runs in the background. */
    static Scheduler running(JobParts parts, List<Task<?>> tasks) {
        return configured(Scheduler.create(joining(parts), tasks), parts)
                .clock(parts.clock()::instant)
                .executorService(Executors.newFixedThreadPool(
                        parts.settings().threads(), new CustomizableThreadFactory("sync-tracker-jobs-")))
                .build();
    }

    /** Sets what is the same in the background and by hand. */
    static SchedulerBuilder configured(SchedulerBuilder builder, JobParts parts) {
        JobSettings settings = parts.settings();
        builder.tableName(tableName(parts))
                .jdbcCustomization(customization(parts))
                .schedulerName(new SchedulerName.Fixed(settings.nodeName()))
                .threads(settings.threads())
                .pollingInterval(settings.pollInterval())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(settings.missedHeartbeats())
                // Its own threads are in no transaction, and a pool may hand out connections that commit nothing.
                .commitWhenAutocommitDisabled(true)
                .shutdownMaxWait(atLeast(settings.shutdownTimeout(), Duration.ofSeconds(1)))
                .enablePriority();
        return picksInOneStatement(parts) ? builder.pollUsingLockAndFetch(0.5, 1.0) : builder.pollUsingFetch(0.5, 3.0);
    }

    private static Duration atLeast(Duration value, Duration least) {
        return value.compareTo(least) < 0 ? least : value;
    }

    /** Makes what adds, moves and removes alarms, in the caller's transaction. */
    static SchedulerClient client(JobParts parts, List<Task<?>> tasks) {
        return SchedulerClient.Builder.create(joining(parts), tasks)
                .tableName(tableName(parts))
                .jdbcCustomization(customization(parts))
                .enablePriority()
                .build();
    }

    private static String tableName(JobParts parts) {
        return parts.store().dialect().tables().named("jobs");
    }

    static DataSource joining(JobParts parts) {
        return new TransactionAwareDataSourceProxy(parts.store().dataSource());
    }

    private static JdbcCustomization customization(JobParts parts) {
        Dialect dialect = parts.store().dialect();
        boolean timesWithoutZone = dialect.parameter(Instant.EPOCH) instanceof LocalDateTime;
        // Of our databases, one is unknown to db-scheduler, which would warn of it at every start: H2, which keeps
        // zones.
        return timesWithoutZone || dialect.canNotify()
                ? new AutodetectJdbcCustomization(joining(parts), timesWithoutZone)
                : new DefaultJdbcCustomization(false);
    }

    private static boolean picksInOneStatement(JobParts parts) {
        return parts.store().dialect().returnsUpdates();
    }
}
