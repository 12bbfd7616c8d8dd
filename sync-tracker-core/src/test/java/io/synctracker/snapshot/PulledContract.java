package io.synctracker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.synctracker.SyncStatus;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.schedule.CadencePreset;
import io.synctracker.schedule.DateRange;
import io.synctracker.schedule.ScheduleDraft;
import io.synctracker.schedule.ScheduleParts;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Until;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows that are filled by pulls. */
abstract class PulledContract extends RunningTest {

    private static final Duration HOUR = Duration.ofHours(1);

    PulledContract(Vendor vendor) {
        super(vendor);
    }

    @Test
    void a_pull_fills_the_rows_and_says_when() {
        company.put("m1", "eve@example.org", 100);
        company.put("m2", "adam@example.org", 200);

        JobRun run = ended(mailboxes.by("adam").syncNow());

        assertThat(run.status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(run.requestedBy()).isEqualTo("adam");
        assertThat(mailboxes.list(Map.of(), 0, 10).items())
                .extracting(
                        mailbox -> mailbox.email,
                        mailbox -> mailbox.syncStatus().status())
                .containsExactlyInAnyOrder(
                        tuple("eve@example.org", SyncStatus.SYNCED), tuple("adam@example.org", SyncStatus.SYNCED));
        assertThat(mailboxes.lastSyncedAt().orElseThrow()).isBetween(NOW, NOW.plus(HOUR));
    }

    @Test
    void a_pull_that_changes_nothing_is_a_later_sync_of_rows_that_keep_their_time() {
        company.put("m1", "eve@example.org", 100);
        ended(mailboxes.syncNow());
        clock.advance(HOUR);

        ended(mailboxes.syncNow());

        assertThat(mailboxes.lastSyncedAt().orElseThrow()).isAfter(NOW.plus(HOUR));
        assertThat(mailboxes.all().toList().get(0).syncStatus().lastSyncedAt()).isEqualTo(NOW);
    }

    @Test
    void a_row_that_was_pulled_can_be_changed_and_is_no_news_to_the_next_pull() {
        company.put("m1", "eve@example.org", 100);
        ended(mailboxes.syncNow());
        long id = mailboxes.all().toList().get(0).id;

        assertThat(ended(mailboxes.update(id, Map.of("quota", 200))).status()).isEqualTo(JobStatus.SUCCESS);
        host.takeLog("erp");
        assertThat(ended(mailboxes.syncNow()).status()).isEqualTo(JobStatus.SUCCESS);

        assertThat(row(id).quota).isEqualTo(200);
        assertThat(host.log("erp")).isEmpty();
    }

    @Test
    void after_a_conflict_a_pull_brings_what_is_there_and_the_change_can_be_made() {
        company.put("m1", "eve@example.org", 100);
        ended(mailboxes.syncNow());
        long id = mailboxes.all().toList().get(0).id;
        company.put("m1", "eve@example.org", 150);
        JobRun refused = ended(mailboxes.update(id, Map.of("quota", 200)));
        assertThat(refused.status()).isEqualTo(JobStatus.CONFLICT);

        ended(mailboxes.syncNow());
        assertThat(row(id).quota).isEqualTo(150);
        assertThat(row(id).syncStatus().status()).isEqualTo(SyncStatus.SYNCED);

        assertThat(ended(jobs().retry(refused.id(), "adam")).status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(row(id).quota).isEqualTo(200);
    }

    @Test
    void a_created_row_is_the_one_that_the_next_pull_finds() {
        ended(mailboxes.create(Map.of("email", "new@example.org", "quota", 10)));

        ended(mailboxes.syncNow());

        assertThat(mailboxes.all()).hasSize(1);
    }

    @Test
    void a_deleted_row_does_not_come_back() {
        company.put("m1", "eve@example.org", 100);
        company.put("m2", "adam@example.org", 100);
        ended(mailboxes.syncNow());
        long id =
                mailboxes.list(Map.of("email", "eve@example.org"), 0, 1).items().get(0).id;

        assertThat(ended(mailboxes.delete(id)).status()).isEqualTo(JobStatus.SUCCESS);
        ended(mailboxes.syncNow());

        assertThat(mailboxes.all()).extracting(mailbox -> mailbox.email).containsExactly("adam@example.org");
    }

    @Test
    void a_schedule_fills_the_rows() {
        company.put("m1", "eve@example.org", 100);
        ScheduleParts parts = new ScheduleParts(
                host.dataSource(), host.transactionManager(), host.dialect(), connections(), engine.timers(), clock);
        timerOwner = parts.timerOwner();
        parts.schedules()
                .create(
                        new ScheduleDraft(
                                "hourly",
                                List.of(SYSTEM),
                                "mailboxes",
                                CadencePreset.HOURLY.cadence(),
                                ZoneId.of("Europe/Berlin"),
                                DateRange.ALL,
                                0,
                                true),
                        "eve");

        clock.advance(HOUR);

        Until.holds(() -> mailboxes.lastSyncedAt().isPresent());
        assertThat(mailboxes.all()).hasSize(1);
    }
}
