package io.synctracker.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.shop.ShopApplication;
import io.synctracker.job.JobContext;
import io.synctracker.job.JobFilter;
import io.synctracker.job.JobOutcome;
import io.synctracker.job.JobRequest;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.SyncJob;
import io.synctracker.job.SyncJobs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@SpringBootTest(classes = {ShopApplication.class, RunsInTestsTest.Work.class})
@SyncTrackerTest
class RunsInTestsTest {

    @Autowired
    private SyncTrackerTestKit kit;

    @Autowired
    private SyncJobs jobs;

    @Test
    void the_end_of_a_run_is_waited_for() {
        JobRun run = jobs.enqueue(JobRequest.of("crm", "greet"));

        assertThat(kit.awaitEnd(run).status()).isEqualTo(JobStatus.SUCCESS);
    }

    @Test
    void a_run_that_is_not_there_is_named() {
        JobRun run = kit.awaitEnd(jobs.enqueue(JobRequest.of("crm", "greet")));
        kit.clear();
        assertThat(jobs.list(JobFilter.ALL)).isEmpty();

        assertThatThrownBy(() -> jobs.cancel(run.id(), null)).hasMessageContaining("no run " + run.id());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Work {

        @Bean
        SyncJob greet() {
            return new SyncJob() {
                @Override
                public String service() {
                    return "crm";
                }

                @Override
                public String action() {
                    return "greet";
                }

                @Override
                public JobOutcome run(JobContext job) {
                    return JobOutcome.succeeded();
                }
            };
        }
    }
}
