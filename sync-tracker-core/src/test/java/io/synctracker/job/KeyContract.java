package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Runs of one key run one at a time, in their order, or are skipped. */
abstract class KeyContract extends JobTest {

    private static final JobRequest WAITING = SYNC.withKey("crm", Overlap.WAIT);
    private static final JobRequest SKIPPING = SYNC.withKey("crm", Overlap.SKIP);

    KeyContract(Vendor vendor) {
        super(vendor);
    }

    /** Works at one run and does something meanwhile. */
    private JobRun during(JobRequest request, Runnable meanwhile) {
        List<Boolean> once = new ArrayList<>();
        sync.does(job -> {
            if (once.isEmpty()) {
                once.add(true);
                meanwhile.run();
            }
            return JobOutcome.succeeded();
        });
        return run(request);
    }

    @Test
    void the_second_waits_until_the_first_has_ended_and_goes_at_once_then() {
        Node two = new Node(parts("two", clock, KEYS));
        List<JobRun> second = new ArrayList<>();
        JobRun first = during(WAITING, () -> {
            second.add(jobs().enqueue(WAITING));
            two.turn();
            assertThat(now(second.get(0)).status()).isEqualTo(JobStatus.QUEUED);
        });

        assertThat(sync.runs()).containsExactly(first.id(), second.get(0).id());
        assertThat(now(second.get(0)).status()).isEqualTo(JobStatus.SUCCESS);
    }

    @Test
    void one_that_nobody_wakes_looks_again_by_itself() {
        JobRun first = jobs().enqueue(WAITING);
        JobRun second = jobs().enqueue(WAITING);
        jdbc.update("delete from sync_jobs where task_instance = ?", Long.toString(first.id()));
        node.turn();
        assertThat(sync.runs()).isEmpty();
        jdbc.update("update sync_runs set run_status = 'failed', open_key = null where id = ?", first.id());
        later(Duration.ofSeconds(30));

        assertThat(sync.runs()).containsExactly(second.id());
    }

    @Test
    void one_that_waits_for_its_next_try_holds_the_others_up() {
        sync.does(job -> JobOutcome.deferred("busy"));
        JobRun first = run(WAITING);
        JobRun second = run(WAITING);
        assertThat(sync.runs()).containsExactly(first.id());
        sync.does(job -> JobOutcome.succeeded());
        later(Duration.ofMinutes(1));

        assertThat(sync.runs()).containsExactly(first.id(), first.id(), second.id());
    }

    @Test
    void one_that_is_cancelled_lets_the_next_one_go() {
        sync.does(job -> JobOutcome.deferred("busy"));
        JobRun first = run(WAITING);
        JobRun second = run(WAITING);
        sync.does(job -> JobOutcome.succeeded());
        jobs().cancel(first.id(), null);
        node.turn();

        assertThat(now(second).status()).isEqualTo(JobStatus.SUCCESS);
    }

    @Test
    void one_too_many_is_skipped_when_it_is_enqueued() {
        JobRun first = jobs().enqueue(SKIPPING);
        JobRun second = jobs().enqueue(SKIPPING);
        node.turn();

        assertThat(second.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(second.error()).isEqualTo("Skipped: run " + first.id() + " of the same key has not ended");
        assertThat(second.cancelRequested()).isFalse();
        assertThat(second.finishedAt()).isEqualTo(second.createdAt());
        assertThat(sync.runs()).containsExactly(first.id());
    }

    /** The first one's transaction is the later one to commit. */
    @Test
    void one_too_many_is_skipped_when_it_begins_if_nobody_could_see_it_before() throws Exception {
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        List<JobRun> first = new ArrayList<>();
        Thread slow = new Thread(() -> transactions.executeWithoutResult(status -> {
            first.add(jobs().enqueue(SKIPPING));
            inserted.countDown();
            await(commit);
        }));
        slow.start();
        inserted.await();
        JobRun second = during(SKIPPING, () -> {
            commit.countDown();
            join(slow);
            new Node(parts("two", clock, KEYS)).turn();
        });

        assertThat(now(second).status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(now(first.get(0)).error())
                .isEqualTo("Skipped: run " + second.id() + " of the same key has not ended");
        assertThat(events).hasSize(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void runs_of_other_keys_do_not_wait() {
        List<JobRun> others = new ArrayList<>();
        during(WAITING, () -> {
            others.add(jobs().enqueue(SYNC.withKey("erp", Overlap.WAIT)));
            new Node(parts("two", clock, KEYS)).turn();
            assertThat(now(others.get(0)).status()).isEqualTo(JobStatus.SUCCESS);
        });

        assertThat(sync.runs()).hasSize(2);
    }

    /** The unique index has the last word: neither of the two could see the other before it began. */
    @Test
    void of_two_that_begin_at_the_same_moment_one_waits() throws Exception {
        JobRun first = jobs().enqueue(WAITING);
        JobRun second = jobs().enqueue(WAITING);
        jdbc.update("update sync_runs set open_key = null where id = ?", second.id());
        jdbc.update("delete from sync_jobs where task_instance = ?", Long.toString(second.id()));
        Thread starting = new Thread(node::turn);
        transactions.executeWithoutResult(status -> {
            jdbc.update("update sync_runs set running_key = 'crm', run_status = 'running' where id = ?", second.id());
            starting.start();
            Until.holds(() -> isIn(starting, RunStates.class, "start"));
        });
        starting.join();
        assertThat(now(first).status()).isEqualTo(JobStatus.QUEUED);
        jdbc.update("update sync_runs set running_key = null, run_status = 'failed' where id = ?", second.id());
        later(Duration.ofSeconds(30));

        assertThat(now(first).status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(sync.runs()).containsExactly(first.id());
    }

    private static boolean isIn(Thread thread, Class<?> type, String method) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(type.getName())
                        && frame.getMethodName().equals(method));
    }
}
