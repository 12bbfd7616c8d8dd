package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a job tells of its way is seen while it runs, and is where the next try goes on. */
abstract class ProgressContract extends JobTest {

    ProgressContract(Vendor vendor) {
        super(vendor);
    }

    @Test
    void how_far_it_is_is_seen_while_it_runs_once_a_second() {
        sync.does(job -> {
            job.progress(1, 3L);
            job.proceed();
            job.progress(2, 3L);
            job.proceed();
            assertThat(now(job.run()).done()).isEqualTo(1);
            clock.advance(Duration.ofSeconds(1));
            job.proceed();
            assertThat(now(job.run()).done()).isEqualTo(2);
            return JobOutcome.succeeded();
        });

        assertThat(run(SYNC).status()).isEqualTo(JobStatus.SUCCESS);
    }

    @Test
    void a_later_try_goes_on_where_the_last_confirmed_one_stopped() {
        sync.does(job -> {
            transactions.executeWithoutResult(status -> {
                job.count("created", 10);
                job.position("page", "2");
                job.position("gone", "x");
                job.confirm();
            });
            transactions.executeWithoutResult(status -> {
                job.count("created", 5);
                job.position("page", "3");
                job.position("gone", null);
                job.confirm();
                status.setRollbackOnly();
            });
            throw new IllegalStateException("on page 3");
        });
        JobRun run = run(SYNC);
        sync.does(job -> {
            assertThat(job.position("page")).contains("2");
            assertThat(job.position("gone")).contains("x");
            transactions.executeWithoutResult(status -> {
                job.count("created", 1);
                job.position("gone", null);
                job.confirm();
            });
            throw new IllegalStateException("again");
        });
        later(Duration.ofMinutes(1));

        assertThat(now(run).error()).isEqualTo("IllegalStateException: again");
        assertThat(now(run).counts()).isEqualTo(Map.of("created", 11L));
        assertThat(jdbc.queryForList("select name from sync_run_positions", String.class))
                .containsExactly("page");
    }

    @Test
    void a_retry_begins_where_the_failed_run_stopped() {
        sync.does(job -> {
            job.position("page", "2");
            job.confirm();
            return JobOutcome.failed("no");
        });
        JobRun run = run(SYNC);
        sync.does(
                job -> JobOutcome.succeeded(Map.of("page", job.position("page").orElse("none"))));
        JobRun child = jobs().retry(run.id(), null);
        node.turn();

        assertThat(now(child).result()).isEqualTo(Map.of("page", "2"));
        assertThat(count("sync_run_positions")).isOne();
    }

    @Test
    void of_two_confirmations_that_are_rolled_back_neither_stays() {
        sync.does(job -> {
            transactions.executeWithoutResult(status -> {
                job.position("page", "1");
                job.confirm();
                job.position("page", "2");
                job.confirm();
                status.setRollbackOnly();
            });
            assertThat(job.position("page")).isEmpty();
            job.position("page", "3");
            job.confirm();
            return JobOutcome.failed("no");
        });

        assertThat(run(SYNC).error()).isEqualTo("no");
        assertThat(jdbc.queryForList("select position_text from sync_run_positions", String.class))
                .containsExactly("3");
    }
}
