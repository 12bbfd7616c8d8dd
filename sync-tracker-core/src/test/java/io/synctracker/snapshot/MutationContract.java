package io.synctracker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncStatus;
import io.synctracker.connector.ConnectorUnavailableException;
import io.synctracker.job.JobOutcome;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.testdatabases.Vendor;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How a change is made there and then here, whatever happens in between. */
abstract class MutationContract extends SnapshotTest {

    MutationContract(Vendor vendor) {
        super(vendor);
    }

    @Test
    void an_update_waits_on_the_row_until_the_system_has_answered() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);

        JobRun run = mailboxes.by("adam").update(id, Map.of("quota", 200));

        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.PENDING);
        assertThat(row(id).quota).isEqualTo(100);
        assertThat(run.action()).isEqualTo("update_mailbox");
        assertThat(run.requestedBy()).isEqualTo("adam");
        assertThat(desk.work(run)).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(row(id).syncStatus().lastSyncedAt()).isEqualTo(NOW);
        assertThat(row(id).quota).isEqualTo(200);
        assertThat(company.records.get("m1")).containsEntry("quota", 200);
    }

    @Test
    void a_change_that_is_asked_for_with_a_row_that_was_read_before_writes_nothing_back() {
        long id = pulled("m1", "eve@example.org", 100);

        host.run(entities -> {
            assertThat(entities.find(Mailbox.class, id).quota).isEqualTo(100);
            CompletableFuture.runAsync(() -> pulled("m1", "eve@example.org", 150))
                    .join();
            mailboxes.update(id, Map.of("quota", 200));
        });

        assertThat(row(id).quota).isEqualTo(150);
    }

    @Test
    void a_change_of_the_sync_state_alone_is_sent_to_nobody() {
        long id = pulled("m1", "eve@example.org", 100);
        host.takeLog("erp");

        mailboxes.update(id, Map.of("quota", 200));

        assertThat(host.log("erp")).isEmpty();
    }

    @Test
    void a_row_gets_its_first_sync_state_without_a_change_that_is_sent() {
        Mailbox mailbox = host.save(new Mailbox("local@example.org", 1));
        host.takeLog("erp");

        host.run(entities ->
                entities.find(Mailbox.class, mailbox.id).syncStatus().markPending());

        assertThat(row(mailbox.id).syncStatus().status()).isEqualTo(SyncStatus.PENDING);
        assertThat(host.log("erp")).isEmpty();
    }

    @Test
    void a_failure_that_is_told_late_does_not_hide_a_later_success() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        JobRun failed = mailboxes.update(id, Map.of("quota", 900));
        desk.work(mailboxes.update(id, Map.of("quota", 200)));

        snapshots.finished(desk.finished(failed, JobStatus.FAILED, "above the plan's"));

        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void what_comes_from_a_system_is_sent_to_the_others() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        host.takeLog("erp");

        desk.work(mailboxes.update(id, Map.of("quota", 200)));

        assertThat(host.log("erp")).containsExactly("update mailbox " + id);
    }

    @Test
    void nothing_is_sent_if_the_record_has_changed_there() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        company.put("m1", "eve@example.org", 150);

        JobOutcome outcome = desk.work(mailboxes.update(id, Map.of("quota", 200)));

        String reason = "'m1' in whm has changed since it was read. Sync, look at it, and ask again.";
        assertThat(outcome).isEqualTo(JobOutcome.conflicted(reason));
        assertThat(company.calls).isEmpty();
        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.CONFLICT);
        assertThat(row(id).syncStatus().error()).isEqualTo(reason);
        assertThat(row(id).quota).isEqualTo(100);
    }

    @Test
    void after_a_pull_the_change_can_be_made() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        pulled("m1", "eve@example.org", 150);

        assertThat(desk.work(mailboxes.update(id, Map.of("quota", 200)))).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(row(id).quota).isEqualTo(200);
    }

    @Test
    void a_record_that_is_gone_there_is_a_conflict() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        company.records.clear();

        assertThat(desk.work(mailboxes.update(id, Map.of("quota", 200))))
                .isEqualTo(JobOutcome.conflicted("'m1' in whm is gone. Sync to remove it here."));
    }

    @Test
    void a_row_whose_record_is_not_known_is_not_written_over() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        host.jdbc().update("update Mailbox set content_hash = null");

        assertThat(desk.work(mailboxes.update(id, Map.of("quota", 200)))).isInstanceOf(JobOutcome.Conflicted.class);
        assertThat(company.calls).isEmpty();
    }

    @Test
    void an_update_that_was_done_and_not_answered_is_recognised() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        JobRun run = mailboxes.update(id, Map.of("quota", 200));
        company.after = new IllegalStateException("connection reset");
        assertThatThrownBy(() -> desk.work(run)).hasMessage("connection reset");
        company.after = null;

        assertThat(desk.work(run)).isInstanceOf(JobOutcome.Succeeded.class);

        assertThat(company.calls).containsExactly("update m1");
        assertThat(row(id).quota).isEqualTo(200);
    }

    @Test
    void an_update_that_was_done_there_and_not_here_is_recognised() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        JobRun run = mailboxes.update(id, Map.of("quota", 200));
        desk.dieAtConfirm(2);
        assertThatThrownBy(() -> desk.work(run)).hasMessage("the process is gone");
        assertThat(row(id).quota).isEqualTo(100);

        assertThat(desk.work(run)).isInstanceOf(JobOutcome.Succeeded.class);

        assertThat(company.calls).containsExactly("update m1");
        assertThat(row(id).quota).isEqualTo(200);
    }

    @Test
    void another_change_between_two_tries_is_a_conflict() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        JobRun run = mailboxes.update(id, Map.of("quota", 200));
        company.before = new IllegalStateException("connection refused");
        assertThatThrownBy(() -> desk.work(run)).hasMessage("connection refused");
        company.before = null;
        company.put("m1", "eve@example.org", 150);

        assertThat(desk.work(run)).isInstanceOf(JobOutcome.Conflicted.class);
        assertThat(company.calls).hasSize(1);
    }

    @Test
    void a_creation_makes_the_row_with_its_external_id() throws Exception {
        JobRun run = mailboxes.create(Map.of("email", "new@example.org", "quota", 10));
        assertThat(mailboxes.all()).isEmpty();

        desk.work(run);

        Mailbox made = mailboxes.all().toList().get(0);
        assertThat(made.email).isEqualTo("new@example.org");
        assertThat(made.syncStatus().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(host.tracker().externalId(made, SYSTEM)).contains("m1");
        assertThat(host.log("erp")).containsExactly("create mailbox " + made.id);
    }

    @Test
    void a_creation_that_was_not_answered_is_tried_with_the_same_key() throws Exception {
        JobRun run = mailboxes.create(Map.of("email", "new@example.org", "quota", 10));
        company.after = new IllegalStateException("connection reset");
        assertThatThrownBy(() -> desk.work(run)).hasMessage("connection reset");
        company.after = null;

        desk.work(run);

        assertThat(company.records).hasSize(1);
        assertThat(mailboxes.all()).hasSize(1);
    }

    @Test
    void a_creation_that_was_answered_and_not_written_is_not_sent_again() throws Exception {
        JobRun run = mailboxes.create(Map.of("email", "new@example.org", "quota", 10));
        desk.dieAtConfirm(3);
        assertThatThrownBy(() -> desk.work(run)).hasMessage("the process is gone");
        assertThat(mailboxes.all()).isEmpty();

        desk.work(run);

        assertThat(company.calls).containsExactly("create");
        assertThat(mailboxes.all()).hasSize(1);
    }

    @Test
    void a_creation_whose_record_was_pulled_meanwhile_makes_no_second_row() throws Exception {
        JobRun run = mailboxes.create(Map.of("email", "new@example.org", "quota", 10));
        desk.dieAtConfirm(3);
        assertThatThrownBy(() -> desk.work(run)).hasMessage("the process is gone");
        pulled("m1", "new@example.org", 10);

        desk.work(run);

        assertThat(mailboxes.all()).hasSize(1);
    }

    @Test
    void a_deletion_removes_the_record_and_then_the_row() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        JobRun run = mailboxes.delete(id);
        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.PENDING);

        desk.work(run);

        assertThat(company.records).isEmpty();
        assertThat(mailboxes.find(id)).isEmpty();
    }

    @Test
    void a_deletion_that_was_not_answered_ends_well() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        JobRun run = mailboxes.delete(id);
        company.after = new IllegalStateException("connection reset");
        assertThatThrownBy(() -> desk.work(run)).hasMessage("connection reset");

        assertThat(desk.work(run)).isInstanceOf(JobOutcome.Succeeded.class);

        assertThat(company.calls).containsExactly("delete m1");
        assertThat(mailboxes.find(id)).isEmpty();
    }

    @Test
    void nothing_is_deleted_if_the_record_has_changed_there() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        company.put("m1", "eve@example.org", 150);

        assertThat(desk.work(mailboxes.delete(id))).isInstanceOf(JobOutcome.Conflicted.class);

        assertThat(company.records).containsKey("m1");
        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.CONFLICT);
    }

    @Test
    void a_refusal_fails_at_once_and_says_why_on_the_row() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        company.before = new MutationRefusedException("The quota is above the plan's.");

        JobOutcome outcome = desk.work(mailboxes.update(id, Map.of("quota", 900)));

        assertThat(outcome).isEqualTo(JobOutcome.failed("The quota is above the plan's."));
        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.FAILED);
        assertThat(row(id).syncStatus().error()).isEqualTo("The quota is above the plan's.");
        assertThat(row(id).syncStatus().lastSyncedAt()).isEqualTo(NOW);
    }

    @Test
    void a_system_that_asks_to_wait_is_waited_for() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        company.before = new ConnectorUnavailableException("busy", Duration.ofMinutes(3));

        JobOutcome outcome = desk.work(mailboxes.update(id, Map.of("quota", 200)));

        assertThat(outcome).isEqualTo(JobOutcome.deferred("busy", Duration.ofMinutes(3)));
        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.PENDING);
    }

    @Test
    void the_last_try_that_fails_is_seen_on_the_row_without_what_it_said() {
        long id = pulled("m1", "eve@example.org", 100);
        JobRun run = mailboxes.update(id, Map.of("quota", 200));
        company.before = new IllegalStateException("token=s3cret");
        for (int i = 0; i < Desk.MAX_ATTEMPTS; i++) {
            assertThatThrownBy(() -> desk.work(run)).hasMessage("token=s3cret");
        }

        assertThat(row(id).syncStatus().error()).isEqualTo("Run 1 has failed. Its error says why.");
        snapshots.finished(desk.finished(run, JobStatus.FAILED, "token=***"));
        assertThat(row(id).syncStatus().error()).isEqualTo("Run 1: token=***");
    }

    @Test
    void a_cancelled_run_is_seen_on_the_row() {
        long id = pulled("m1", "eve@example.org", 100);
        JobRun run = mailboxes.update(id, Map.of("quota", 200));

        snapshots.finished(desk.finished(run, JobStatus.CANCELLED, "Cancelled by adam"));

        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.FAILED);
        assertThat(row(id).syncStatus().error()).isEqualTo("Run 1: Cancelled by adam");
    }

    @Test
    void a_record_that_does_not_fit_here_is_tried_again_without_a_second_call() throws Exception {
        long id = pulled("m1", "eve@example.org", 100);
        JobRun run = mailboxes.update(id, Map.of("email", "x".repeat(41)));
        assertThatThrownBy(() -> desk.work(run)).isInstanceOf(RuntimeException.class);

        assertThatThrownBy(() -> desk.work(run)).isInstanceOf(RuntimeException.class);

        assertThat(company.calls).containsExactly("update m1");
        assertThat(row(id).email).isEqualTo("eve@example.org");
    }

    @Test
    void an_unknown_row_and_one_that_is_not_there_are_refused() {
        assertThatThrownBy(() -> mailboxes.update(4711L, Map.of()))
                .isInstanceOf(UnknownRowException.class)
                .hasMessage("There is no mailbox with the id 4711 here.");
        Mailbox local = host.save(new Mailbox("local@example.org", 1));
        assertThatThrownBy(() -> mailboxes.delete(local.id))
                .isInstanceOf(UnknownRowException.class)
                .hasMessage(
                        "The mailbox with the id " + local.id + " has no id in whm. Sync first, or create it there.");
    }
}
