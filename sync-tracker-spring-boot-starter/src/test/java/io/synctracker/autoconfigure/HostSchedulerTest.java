package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.synctracker.job.JobRequest;
import io.synctracker.job.JobStatus;
import io.synctracker.job.SyncJobs;
import io.synctracker.testing.Host;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** A host that has schedulers of its own, one of them of the very library that runs our jobs. */
class HostSchedulerTest {

    @Test
    void a_host_with_schedulers_of_its_own_keeps_them_and_they_run_side_by_side() {
        try (ConfigurableApplicationContext host =
                Host.shop().with(Own.class, JobsTest.Work.class).start()) {
            Own own = host.getBean(Own.class);
            SyncJobs jobs = host.getBean(SyncJobs.class);
            host.getBean(Scheduler.class).schedule(Own.GREET.instance("1").scheduledTo(Instant.EPOCH));
            long id = jobs.enqueue(JobRequest.of("crm", "greet")).id();

            await().until(() -> own.greeted.get() == 1 && own.ticks.get() > 0);
            await().until(() -> jobs.find(id).orElseThrow().status() == JobStatus.SUCCESS);
        }
    }

    @Test
    void a_host_sees_nothing_of_our_scheduler() {
        try (ConfigurableApplicationContext host = Host.shop().with(Own.class).start()) {
            assertThat(host.getBeanNamesForType(Scheduler.class)).containsExactly("hostScheduler");
            assertThat(host.getBeanNamesForType(Task.class)).containsExactly("hostTask");
        }
    }

    @Test
    void a_host_without_a_scheduler_gets_none_from_us() {
        try (ConfigurableApplicationContext host = Host.shop().start()) {
            assertThat(host.getBeanNamesForType(Scheduler.class)).isEmpty();
            assertThat(host.getBeanNamesForType(TaskScheduler.class)).isEmpty();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Own {

        static final TaskDescriptor<Void> GREET = TaskDescriptor.of("greet");

        final AtomicInteger greeted = new AtomicInteger();
        final AtomicInteger ticks = new AtomicInteger();

        @Scheduled(fixedDelay = 50)
        void tick() {
            ticks.incrementAndGet();
        }

        @Bean
        OneTimeTask<Void> hostTask() {
            return Tasks.oneTime(GREET).execute((instance, context) -> greeted.incrementAndGet());
        }

        @Bean(initMethod = "start", destroyMethod = "stop")
        Scheduler hostScheduler(DataSource dataSource, OneTimeTask<Void> hostTask) {
            new JdbcTemplate(dataSource).execute("""
                    create table scheduled_tasks (
                        task_name            varchar(100) not null,
                        task_instance        varchar(100) not null,
                        task_data            varbinary(1000),
                        execution_time       timestamp(6) with time zone not null,
                        picked               boolean not null,
                        picked_by            varchar(50),
                        last_success         timestamp(6) with time zone,
                        last_failure         timestamp(6) with time zone,
                        consecutive_failures integer,
                        last_heartbeat       timestamp(6) with time zone,
                        version              bigint not null,
                        priority             smallint,
                        primary key (task_name, task_instance))""");
            return Scheduler.create(dataSource, List.of(hostTask))
                    .pollingInterval(Duration.ofMillis(100))
                    .build();
        }
    }
}
