package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncTrackerException;
import io.synctracker.model.KeyRing;
import io.synctracker.testdatabases.Vendor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is enqueued runs if and only if its transaction commits; and nobody sees its secrets. */
abstract class EnqueueContract extends JobTest {

    private static final Map<String, Object> SECRET = Map.of(
            "user", "ann", "login", Map.of("apiKey", "s3cr3t-value"), "list", List.of(Map.of("token", "abcdef")));

    EnqueueContract(Vendor vendor) {
        super(vendor);
    }

    @Test
    void a_run_is_queued_as_it_was_asked_for() {
        JobRun run = jobs().enqueue(SYNC.withTarget("mailbox", "7")
                .withKey("whm:7", Overlap.WAIT)
                .withPayload(Map.of("quota", 5))
                .withTrigger(JobTrigger.PERSON, "ann")
                .withSchedule(3L));

        assertThat(jobs().find(run.id())).contains(run);
        assertThat(run.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(List.of(run.targetType(), run.targetId(), run.key(), run.requestedBy()))
                .containsExactly("mailbox", "7", "whm:7", "ann");
        assertThat(run.payload()).containsEntry("quota", 5);
        assertThat(run.scheduleId()).isEqualTo(3);
        assertThat(run.createdAt()).isEqualTo(MovedClock.START).isEqualTo(run.dueAt());
    }

    @Test
    void what_is_rolled_back_never_runs() {
        transactions.executeWithoutResult(status -> {
            jobs().enqueue(SYNC);
            status.setRollbackOnly();
        });
        node.turn();

        assertThat(sync.runs()).isEmpty();
        assertThat(count("sync_runs") + count("sync_jobs")).isZero();
    }

    @Test
    void what_is_committed_runs_once() {
        transactions.executeWithoutResult(status -> {
            jobs().enqueue(SYNC);
            assertThat(count("sync_runs")).isOne();
        });
        node.turn();
        node.turn();

        assertThat(sync.runs()).hasSize(1);
        assertThat(count("sync_jobs")).isZero();
    }

    @Test
    void an_unknown_job_is_refused_with_the_names_of_those_there_are() {
        assertThatThrownBy(() -> jobs().enqueue(JobRequest.of("whm", "syns")))
                .isInstanceOf(UnknownJobException.class)
                .hasMessageContaining("no job 'whm/syns'")
                .hasMessageContaining("whm/other, whm/sync");
        assertThat(count("sync_runs")).isZero();
    }

    @Test
    void sensitive_values_are_masked_where_a_person_sees_them_and_whole_where_the_job_does() {
        List<Map<String, Object>> seen = new ArrayList<>();
        sync.does(job -> {
            seen.add(new LinkedHashMap<>(job.payload()));
            return JobOutcome.failed("no");
        });
        JobRun run = run(SYNC.withPayload(SECRET));

        assertThat(run.payload())
                .isEqualTo(Map.of(
                        "user", "ann", "login", Map.of("apiKey", "***"), "list", List.of(Map.of("token", "***"))));
        assertThat(seen).containsExactly(SECRET);
        assertThat(jdbc.queryForList("select * from sync_runs").toString())
                .doesNotContain("s3cr3t-value")
                .doesNotContain("abcdef");
    }

    @Test
    void a_retry_runs_with_the_same_secrets() {
        sync.does(job -> JobOutcome.failed("no"));
        JobRun run = run(SYNC.withPayload(SECRET));
        List<Object> seen = new ArrayList<>();
        sync.does(job -> {
            seen.add(job.payload());
            return JobOutcome.succeeded();
        });
        JobRun child = jobs().retry(run.id(), "ann");
        node.turn();

        assertThat(seen).containsExactly(SECRET);
        assertThat(now(child).status()).isEqualTo(JobStatus.SUCCESS);
    }

    @Test
    void a_secret_is_not_kept_once_the_work_is_done() {
        JobRun run = run(SYNC.withPayload(SECRET));

        assertThat(jdbc.queryForObject("select sealed_payload from sync_runs", String.class))
                .isNull();
        assertThatThrownBy(() -> jobs().retry(run.id(), "ann"))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessageContaining("Run " + run.id() + " cannot be retried")
                .hasMessageContaining("sensitive values");
    }

    @Test
    void without_a_key_a_sensitive_value_is_refused_and_not_named() {
        Node keyless = new Node(parts("two", clock, KeyRing.empty()));

        assertThatThrownBy(() -> keyless.jobs().enqueue(SYNC.withPayload(SECRET)))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessageContaining("whm/sync")
                .hasMessageContaining("sync-tracker.encryption.active-key")
                .hasMessageNotContaining("s3cr3t-value");
        assertThat(count("sync_runs")).isZero();
    }

    @Test
    void the_higher_priority_goes_first() {
        JobRun low = jobs().enqueue(SYNC.withPriority(-5));
        JobRun usual = jobs().enqueue(SYNC);
        JobRun high = jobs().enqueue(SYNC.withPriority(50));
        node.turn();

        assertThat(sync.runs()).containsExactly(high.id(), usual.id(), low.id());
    }

    @Test
    void a_waiting_run_is_cancelled_at_once() {
        JobRun run = jobs().enqueue(SYNC);
        JobRun cancelled = jobs().cancel(run.id(), "ann");
        node.turn();

        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(cancelled.error()).isEqualTo("Cancelled by ann");
        assertThat(sync.runs()).isEmpty();
        assertThat(count("sync_jobs")).isZero();
        assertThat(events).containsExactly(new JobFinished(cancelled));
    }

    @Test
    void a_cancellation_that_is_rolled_back_cancels_nothing() {
        JobRun run = jobs().enqueue(SYNC);
        transactions.executeWithoutResult(status -> {
            jobs().cancel(run.id(), "ann");
            status.setRollbackOnly();
        });
        node.turn();

        assertThat(now(run).status()).isEqualTo(JobStatus.SUCCESS);
    }

    @Test
    void a_run_that_has_ended_is_not_cancelled() {
        JobRun run = run(SYNC);

        assertThat(jobs().cancel(run.id(), "ann")).isEqualTo(run);
    }

    @Test
    void a_retry_is_a_new_run_that_says_of_which() {
        sync.does(job -> JobOutcome.failed("no"));
        JobRun run = run(
                SYNC.withTarget("mailbox", "7").withKey("whm:7", Overlap.SKIP).withPayload(Map.of("a", 1)));
        JobRun child = jobs().retry(run.id(), "ann");

        assertThat(child.parentId()).isEqualTo(run.id());
        assertThat(child.trigger()).isEqualTo(JobTrigger.RETRY);
        assertThat(child.requestedBy()).isEqualTo("ann");
        assertThat(child.payload()).isEqualTo(run.payload());
        assertThat(List.of(child.key(), child.targetId())).containsExactly("whm:7", "7");
    }

    @Test
    void a_run_that_has_not_ended_is_not_retried() {
        JobRun run = jobs().enqueue(SYNC);

        assertThatThrownBy(() -> jobs().retry(run.id(), "ann"))
                .hasMessage(
                        "Run " + run.id() + " is QUEUED and cannot be retried. Wait until it has ended, or cancel it.");
    }

    @Test
    void a_run_that_is_not_there_is_named() {
        assertThatThrownBy(() -> jobs().cancel(4711, "ann"))
                .isInstanceOf(UnknownRunException.class)
                .hasMessageContaining("no run 4711");
        assertThatThrownBy(() -> jobs().retry(4711, "ann")).isInstanceOf(UnknownRunException.class);
        assertThat(jobs().find(4711)).isEmpty();
        assertThat(jobs().attempts(4711)).isEmpty();
    }

    @Test
    void a_skipped_run_comes_back_as_it_is_stored() {
        jobs().enqueue(SYNC.withKey("crm", Overlap.SKIP));
        JobRun skipped = jobs().enqueue(SYNC.withKey("crm", Overlap.SKIP));

        assertThat(jobs().find(skipped.id())).contains(skipped);
    }

    @Test
    void serializable_transactions_that_enqueue_do_not_clash() throws Exception {
        TransactionTemplate serializable =
                new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        serializable.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        Callable<Boolean> some = () -> {
            for (int i = 0; i < 20; i++) {
                serializable.executeWithoutResult(status -> {
                    jobs().enqueue(SYNC);
                    jobs().enqueue(SYNC.withKey("crm", Overlap.WAIT));
                });
            }
            return true;
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(8, some))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(count("sync_jobs")).isEqualTo(320);
    }
}
