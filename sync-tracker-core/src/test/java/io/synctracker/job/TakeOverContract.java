package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run whose process is not heard of any more is taken over, and of two that believe to have it one can write. */
abstract class TakeOverContract extends JobTest {

    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final List<JobStoppedException.Reason> stops = Collections.synchronizedList(new ArrayList<>());
    private CountDownLatch begun = new CountDownLatch(1);
    private CountDownLatch goOn = new CountDownLatch(1);
    private Thread frozen = new Thread();
    private Node two;

    TakeOverContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeEach
    void prepare() {
        stops.clear();
        begun = new CountDownLatch(1);
        goOn = new CountDownLatch(1);
        two = new Node(parts("two", clock, KEYS));
    }

    @AfterEach
    void thaw() throws InterruptedException {
        goOn.countDown();
        frozen.join();
    }

    /** Lets node one begin a run and stand still in the middle of it, for longer than the others wait. */
    private JobRun freeze(JobRequest request) throws InterruptedException {
        JobRun run = jobs().enqueue(request);
        sync.does(job -> job.attempt() > 1 ? JobOutcome.succeeded() : stand(job));
        frozen = new Thread(node::turn);
        frozen.start();
        begun.await();
        clock.advance(SILENCE);
        two.findDead();
        return run;
    }

    private JobOutcome stand(JobContext job) throws InterruptedException {
        begun.countDown();
        goOn.await();
        try {
            transactions.executeWithoutResult(status -> {
                jdbc.update("insert into sync_targets (system_name) values ('ghost')");
                job.confirm();
            });
        } catch (JobStoppedException e) {
            stops.add(e.reason());
            throw e;
        }
        return JobOutcome.succeeded();
    }

    @Test
    void a_run_whose_process_died_is_done_by_another() throws Exception {
        JobRun run = freeze(SYNC);
        two.turn();

        assertThat(now(run).status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(now(run).node()).isEqualTo("two");
        assertThat(jobs().attempts(run.id())).extracting(JobAttempt::outcome).containsExactly("lost", "succeeded");
    }

    @Test
    void a_try_that_was_taken_over_cannot_commit() throws Exception {
        JobRun run = freeze(SYNC);
        two.turn();
        goOn.countDown();
        frozen.join();

        assertThat(stops).containsExactly(JobStoppedException.Reason.TAKEN_OVER);
        assertThat(count("sync_targets")).isZero();
        assertThat(now(run).status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(now(run).attempts()).isEqualTo(2);
        assertThat(events).hasSize(1);
    }

    @Test
    void a_try_that_confirms_first_keeps_the_run_until_it_has_committed() throws Exception {
        JobRun run = jobs().enqueue(SYNC);
        sync.does(job -> {
            if (job.attempt() > 1) {
                return JobOutcome.succeeded();
            }
            transactions.executeWithoutResult(status -> {
                job.confirm();
                clock.advance(SILENCE);
                two.findDead();
                frozen = new Thread(two::turn);
                frozen.start();
                assertThat(now(run).attempts()).isOne();
            });
            Until.holds(() -> now(run).status() == JobStatus.SUCCESS);
            return JobOutcome.succeeded();
        });
        node.turn();

        assertThat(now(run).attempts()).isEqualTo(2);
    }

    @Test
    void what_was_lost_as_often_as_it_may_be_tried_has_failed() throws Exception {
        sync.isTried(JobPolicy.ONCE);
        JobRun run = freeze(SYNC.withKey("crm", Overlap.WAIT));
        JobRun next = jobs().enqueue(SYNC.withKey("crm", Overlap.WAIT));
        sync.does(job -> JobOutcome.succeeded());
        two.turn();

        assertThat(now(run).status()).isEqualTo(JobStatus.FAILED);
        assertThat(now(run).error()).isEqualTo("The process one has not ended this try");
        assertThat(jobs().attempts(run.id())).extracting(JobAttempt::outcome).containsExactly("lost");
        assertThat(now(next).status()).isEqualTo(JobStatus.SUCCESS);
    }

    @Test
    void what_was_lost_after_somebody_cancelled_it_is_cancelled() throws Exception {
        JobRun run = freeze(SYNC);
        jobs().cancel(run.id(), "ann");
        two.turn();

        assertThat(now(run).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(now(run).error()).isEqualTo("Cancelled by ann");
    }
}
