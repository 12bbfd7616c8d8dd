package io.synctracker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.SyncStatus;
import io.synctracker.connector.StreamBinding;
import io.synctracker.job.JobFilter;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.JobTrigger;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Until;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Changes over the engine that runs jobs. */
abstract class MutationRunContract extends RunningTest {

    MutationRunContract(Vendor vendor) {
        super(vendor);
    }

    @Test
    void a_change_that_rolls_back_never_runs_and_leaves_the_row_alone() {
        long id = pulled("m1", "eve@example.org", 100);

        host.transactions().executeWithoutResult(status -> {
            mailboxes.update(id, Map.of("quota", 200));
            status.setRollbackOnly();
        });

        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(jobs().list(JobFilter.ALL)).isEmpty();
    }

    @Test
    void a_change_runs_after_the_commit_and_is_seen_on_the_row() {
        long id = pulled("m1", "eve@example.org", 100);

        JobRun run = ended(mailboxes.by("adam").update(id, Map.of("quota", 200, "password", "s3cret")));

        assertThat(run.status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(run.trigger()).isEqualTo(JobTrigger.PERSON);
        assertThat(run.requestedBy()).isEqualTo("adam");
        assertThat(run.payload().toString()).contains("quota=200").doesNotContain("s3cret");
        assertThat(run.counts()).containsEntry("updated", 1L);
        assertThat(company.records.get("m1")).containsEntry("password", "s3cret");
        assertThat(row(id).quota).isEqualTo(200);
        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void changes_of_one_row_are_made_in_their_order() {
        long id = pulled("m1", "eve@example.org", 100);

        JobRun last = null;
        for (int quota = 1; quota <= 5; quota++) {
            last = mailboxes.update(id, Map.of("quota", quota));
        }

        assertThat(ended(Objects.requireNonNull(last)).status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(company.calls).hasSize(5);
        assertThat(row(id).quota).isEqualTo(5);
    }

    @Test
    void a_try_that_was_not_answered_is_followed_by_one_that_finds_it_done() {
        company.after = new IllegalStateException("connection reset");
        JobRun run = mailboxes.create(Map.of("email", "new@example.org", "quota", 10));
        Until.holds(() -> jobs().find(run.id()).orElseThrow().error() != null);
        company.after = null;
        clock.advance(Duration.ofMinutes(5));

        assertThat(ended(run).status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(company.records).hasSize(1);
        assertThat(mailboxes.all()).hasSize(1);
    }

    @Test
    void a_conflict_can_be_retried_after_a_pull() {
        long id = pulled("m1", "eve@example.org", 100);
        company.put("m1", "eve@example.org", 150);
        JobRun run = ended(mailboxes.update(id, Map.of("quota", 200)));
        assertThat(run.status()).isEqualTo(JobStatus.CONFLICT);
        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.CONFLICT);
        pulled("m1", "eve@example.org", 150);

        JobRun retry = ended(jobs().retry(run.id(), "adam"));

        assertThat(retry.status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(row(id).quota).isEqualTo(200);
    }

    @Test
    void a_refusal_is_seen_on_the_run_and_on_the_row() {
        long id = pulled("m1", "eve@example.org", 100);
        company.before = new MutationRefusedException("The quota is above the plan's.");

        JobRun run = ended(mailboxes.update(id, Map.of("quota", 900)));

        assertThat(run.status()).isEqualTo(JobStatus.FAILED);
        Until.holds(() -> row(id).syncStatus().status() == SyncStatus.FAILED);
        assertThat(row(id).syncStatus().error()).contains("The quota is above the plan's.");
    }

    @Test
    void a_run_that_is_cancelled_while_it_waits_is_seen_on_the_row() {
        long id = pulled("m1", "eve@example.org", 100);
        company.before = new IllegalStateException("connection refused");
        JobRun run = mailboxes.update(id, Map.of("quota", 200));
        Until.holds(() -> jobs().find(run.id()).orElseThrow().error() != null);

        jobs().cancel(run.id(), "adam");

        Until.holds(() -> row(id).syncStatus().status() == SyncStatus.FAILED);
        assertThat(row(id).syncStatus().error()).contains("adam");
    }

    @Test
    void a_binding_that_keeps_already_is_taken_as_it_is() {
        StreamBinding<Mailbox> again = Snapshots.keeping(binding, CLOCK);

        assertThat(again).isSameAs(binding);
    }
}
