package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What becomes of a run, by how its job ends. */
abstract class RunContract extends JobTest {

    RunContract(Vendor vendor) {
        super(vendor);
    }

    private List<String> outcomes(JobRun run) {
        return jobs().attempts(run.id()).stream().map(JobAttempt::outcome).toList();
    }

    @Test
    void a_success_is_noted_with_its_result_and_told() {
        sync.does(job -> {
            job.count("created", 2);
            job.progress(2, 2L);
            return JobOutcome.succeeded(Map.of("quota_mb", 5, "token", "abcdef"));
        });
        JobRun run = run(SYNC);

        assertThat(run.status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(run.result()).isEqualTo(Map.of("quota_mb", 5, "token", "***"));
        assertThat(run.counts()).isEqualTo(Map.of("created", 2L));
        assertThat(run.done()).isEqualTo(2);
        assertThat(run.node()).isEqualTo("one");
        assertThat(outcomes(run)).containsExactly("succeeded");
        assertThat(events).containsExactly(new JobFinished(run));
    }

    @Test
    void a_failure_and_a_conflict_are_not_tried_again() {
        sync.does(job -> JobOutcome.failed("no such mailbox"));
        other.does(job -> JobOutcome.conflicted("quota differs"));
        JobRun failed = run(SYNC);
        JobRun conflict = run(JobRequest.of("whm", "other"));
        later(Duration.ofDays(1));

        assertThat(now(failed).status()).isEqualTo(JobStatus.FAILED);
        assertThat(now(failed).error()).isEqualTo("no such mailbox");
        assertThat(now(conflict).status()).isEqualTo(JobStatus.CONFLICT);
        assertThat(now(conflict).error()).isEqualTo("quota differs");
        assertThat(sync.runs()).hasSize(1);
        assertThat(count("sync_jobs")).isZero();
    }

    @Test
    void an_exception_is_tried_again_after_a_pause_that_grows() {
        sync.does(job -> {
            throw new IllegalStateException("try " + job.attempt());
        });
        JobRun run = run(SYNC);
        assertThat(run.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(run.error()).isEqualTo("IllegalStateException: try 1");
        assertThat(run.dueAt()).isEqualTo(MovedClock.START.plusSeconds(60));

        later(Duration.ofSeconds(59));
        assertThat(sync.runs()).hasSize(1);
        later(Duration.ofSeconds(1));
        assertThat(now(run).dueAt()).isEqualTo(clock.instant().plusSeconds(180));
    }

    @Test
    void what_is_never_done_has_failed_after_the_last_try() {
        sync.isTried(JobPolicy.DEFAULT.withMaxAttempts(3));
        sync.does(job -> JobOutcome.deferred("busy"));
        JobRun run = run(SYNC);
        later(Duration.ofHours(1));
        later(Duration.ofHours(1));
        later(Duration.ofHours(9));

        assertThat(now(run).status()).isEqualTo(JobStatus.FAILED);
        assertThat(outcomes(run)).containsExactly("deferred", "deferred", "failed");
        assertThat(events).hasSize(1);
    }

    @Test
    void a_job_says_itself_how_long_to_wait() {
        sync.does(job -> JobOutcome.deferred("busy", Duration.ofSeconds(7)));

        assertThat(run(SYNC).dueAt()).isEqualTo(MovedClock.START.plusSeconds(7));
    }

    @Test
    void a_job_that_returns_nothing_has_failed() {
        sync.does(job -> null);

        assertThat(run(SYNC).error()).isEqualTo("The job has returned no outcome");
    }

    @Test
    void an_error_is_settled_like_an_exception() {
        sync.does(job -> {
            throw new StackOverflowError();
        });
        JobRun run = run(SYNC);

        assertThat(run.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(run.error()).isEqualTo("StackOverflowError: no message");
    }

    @Test
    void a_listener_that_throws_does_not_make_the_work_be_done_again() {
        listener = event -> {
            throw new IllegalStateException("listener");
        };
        JobRun run = run(SYNC);
        later(Duration.ofDays(1));

        assertThat(now(run).status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(sync.runs()).hasSize(1);
        assertThat(count("sync_jobs")).isZero();
    }

    @Test
    void a_result_that_is_no_json_does_not_make_the_work_be_done_again() {
        Map<String, Object> endless = new HashMap<>();
        endless.put("self", endless);
        sync.does(job -> JobOutcome.succeeded(endless));
        JobRun run = run(SYNC);

        assertThat(run.status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(run.result()).containsKey("unreadable");
    }

    @Test
    void what_takes_too_long_is_interrupted_and_tried_again() {
        sync.isTried(JobPolicy.DEFAULT.withTimeout(Duration.ofMillis(50)));
        sync.does(job -> {
            new CountDownLatch(1).await();
            return JobOutcome.succeeded();
        });
        JobRun run = run(SYNC);

        assertThat(run.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(run.error()).isEqualTo("It took longer than PT0.05S, its time-out");
        assertThat(outcomes(run)).containsExactly("timed-out");
    }

    @Test
    void what_takes_long_but_gets_further_is_not_out_of_tries() {
        sync.isTried(JobPolicy.ONCE.withTimeout(Duration.ofMillis(50)));
        sync.does(job -> {
            long done = job.run().done();
            if (done < 3) {
                job.progress(done + 1, 3L);
                job.confirm();
                new CountDownLatch(1).await();
            }
            return JobOutcome.succeeded();
        });
        JobRun run = run(SYNC);

        assertThat(run.status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(outcomes(run)).containsExactly("timed-out", "timed-out", "timed-out", "succeeded");
    }

    @Test
    void what_is_asked_to_wait_but_gets_further_is_not_out_of_tries() {
        sync.isTried(JobPolicy.ONCE);
        sync.does(job -> {
            long done = job.run().done();
            if (done < 3) {
                job.progress(done + 1, 3L);
                job.confirm();
                return JobOutcome.deferred("Too many calls", Duration.ofSeconds(2));
            }
            return JobOutcome.succeeded();
        });
        JobRun run = run(SYNC);

        for (int i = 0; i < 3; i++) {
            assertThat(run.status()).isEqualTo(JobStatus.QUEUED);
            later(Duration.ofSeconds(3));
            run = now(run);
        }
        assertThat(run.status()).isEqualTo(JobStatus.SUCCESS);
    }

    @Test
    void a_thread_that_hangs_is_left_behind_and_can_store_nothing_any_more() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        sync.isTried(JobPolicy.DEFAULT.withTimeout(Duration.ofMillis(50)));
        sync.does(job -> {
            awaitUninterruptibly(released);
            try {
                job.confirm();
            } catch (JobStoppedException e) {
                stopped.countDown();
            }
            return JobOutcome.succeeded();
        });
        JobRun run = run(SYNC);
        assertThat(run.status()).isEqualTo(JobStatus.QUEUED);
        released.countDown();
        stopped.await();

        assertThat(now(run)).isEqualTo(run);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                // It hangs.
            }
        }
    }

    @Test
    void a_running_job_stops_at_its_next_step_when_it_is_cancelled() {
        sync.does(job -> {
            jobs().cancel(job.run().id(), "ann");
            job.proceed();
            return JobOutcome.succeeded();
        });
        JobRun run = run(SYNC);

        assertThat(run.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(run.error()).isEqualTo("Cancelled by ann");
        assertThat(outcomes(run)).containsExactly("cancelled");
    }

    @Test
    void a_cancelled_job_that_fails_is_not_tried_again() {
        sync.does(job -> {
            jobs().cancel(job.run().id(), "ann");
            return JobOutcome.deferred("busy");
        });

        assertThat(run(SYNC).status()).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void a_job_that_is_gone_fails_in_the_end() {
        JobRun run = jobs().enqueue(SYNC);
        jdbc.update("update sync_runs set action = 'gone', max_attempts = 1");
        node.turn();

        assertThat(now(run).status()).isEqualTo(JobStatus.FAILED);
        assertThat(now(run).error()).contains("no job 'whm/gone'");
    }

    @Test
    void an_end_that_the_database_does_not_take_at_once_is_written_later_and_the_work_not_done_again() {
        AtomicInteger refusals = new AtomicInteger();
        JobParts parts = parts("two", clock, KEYS);
        JobStore store = parts.store();
        Node flaky = new Node(new JobParts(
                new JobStore(
                        new RefusingDataSource(store.dataSource(), refusals),
                        store.transactionManager(),
                        dialect,
                        KEYS),
                parts.jobs(),
                parts.sources(),
                parts.timerOwner(),
                parts.publisher(),
                parts.clock(),
                parts.settings()));
        JobRun run = jobs().enqueue(SYNC);
        sync.does(job -> {
            refusals.set(2);
            return JobOutcome.succeeded();
        });
        flaky.turn();

        assertThat(now(run).status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(sync.runs()).hasSize(1);
    }

    /** A database that is down for a number of connections. */
    private static final class RefusingDataSource extends DelegatingDataSource {

        private final AtomicInteger refusals;

        RefusingDataSource(DataSource target, AtomicInteger refusals) {
            super(target);
            this.refusals = refusals;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (refusals.get() > 0) {
                refusals.decrementAndGet();
                throw new SQLTransientConnectionException("down");
            }
            return super.getConnection();
        }
    }
}
