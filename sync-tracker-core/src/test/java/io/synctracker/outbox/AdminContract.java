package io.synctracker.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.SyncTrackerException;
import io.synctracker.store.ShortTransactions;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DepotTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person can see of the outbox and do with it. */
abstract class AdminContract extends DepotTest {

    private final List<Set<String>> signals = new CopyOnWriteArrayList<>();
    private Outbox outbox;
    private OutboxLeases leases;
    private ShortTransactions transactions;

    AdminContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeAll
    void prepare() {
        outbox = Outbox.of(depot.dataSource(), depot.dialect(), world::masked, List.of(CRM, "erp"), signals::add);
        leases = OutboxLeases.of(depot.dataSource(), depot.dialect());
        transactions = new ShortTransactions(depot.dataSource());
    }

    @BeforeEach
    void forget_signals() {
        signals.clear();
    }

    private Claim claim() {
        return leases.claim(new ClaimRequest(CRM, 100, Duration.ofSeconds(60), 5, type -> false));
    }

    private void settleAll(java.util.function.Function<LeasedEntry, Settlement> fate) {
        List<LeasedEntry> entries = claim().entries();
        transactions.run(() -> leases.settle(entries.stream().map(fate).toList()));
    }

    private long failed(EntityRef entity, ChangeType action, String data) {
        long id = depot.change(CRM, entity, action, data);
        settleAll(entry -> Settlement.failed(entry, "Refused: 50% of _it_"));
        return id;
    }

    private long accepted(EntityRef entity) {
        long id = depot.change(CRM, entity, ChangeType.UPDATE);
        settleAll(entry -> Settlement.completed(entry, EntryOutcome.ACCEPTED));
        return id;
    }

    @Test
    void entries_are_counted_by_where_they_stand() {
        accepted(ANN);
        failed(ANN, ChangeType.UPDATE, null);
        depot.change(CRM, ANN, ChangeType.UPDATE);
        claim();
        depot.change(CRM, BEN, ChangeType.CREATE);
        depot.change("erp", BEN, ChangeType.CREATE);

        assertThat(outbox.stats()).isEqualTo(new OutboxStats(2, 1, 1, 1, 5));
        assertThat(outbox.stats(CRM)).isEqualTo(new OutboxStats(1, 1, 1, 1, 4));
        assertThat(outbox.stats("nobody")).isEqualTo(new OutboxStats(0, 0, 0, 0, 0));
    }

    @Test
    void each_target_has_its_backlog() {
        failed(ANN, ChangeType.UPDATE, null);
        depot.change(CRM, ANN, ChangeType.UPDATE);
        depot.change(CRM, BEN, ChangeType.UPDATE);

        assertThat(outbox.backlogs()).hasSize(2).first().satisfies(backlog -> {
            assertThat(backlog.system()).isEqualTo(CRM);
            assertThat(backlog.pending()).isEqualTo(2);
            assertThat(backlog.failed()).isEqualTo(1);
            assertThat(backlog.oldestPending()).isBetween(Duration.ZERO, Duration.ofSeconds(20));
        });
        assertThat(outbox.backlogs().get(1)).isEqualTo(new Backlog("erp", 0, 0, null));
    }

    @Test
    void an_entry_shows_what_happened_to_it_and_no_secret() {
        long id = failed(ANN, ChangeType.UPDATE, "{\"name\":\"Ann\",\"secret\":\"4711\"}");

        OutboxEntry entry = outbox.find(id).orElseThrow();

        assertThat(entry.entity()).isEqualTo(ANN);
        assertThat(entry.status()).isEqualTo(SyncLogStatus.FAILED);
        assertThat(entry.attempts()).isEqualTo(1);
        assertThat(entry.error()).isEqualTo("Refused: 50% of _it_");
        assertThat(entry.times().lastAttemptAt()).isNotNull();
        assertThat(entry.payload()).containsEntry("name", "Ann").containsEntry("secret", "***");
        assertThat(entry.toString()).doesNotContain("4711");
    }

    @Test
    void an_entry_that_cannot_be_read_is_still_shown() {
        long id = depot.change(CRM, ANN, ChangeType.UPDATE, "{\"poison\":1}");

        assertThat(outbox.find(id).orElseThrow().payload()).isNull();
    }

    @Test
    void what_a_relay_holds_is_syncing() {
        long id = depot.change(CRM, ANN, ChangeType.UPDATE);
        claim();

        assertThat(outbox.find(id).orElseThrow().status()).isEqualTo(SyncLogStatus.SYNCING);
        assertThat(outbox.find(OutboxFilter.ALL.withStatus(SyncLogStatus.SYNCING)))
                .hasSize(1);
        assertThat(outbox.find(OutboxFilter.ALL.withStatus(SyncLogStatus.PENDING)))
                .isEmpty();
    }

    @Test
    void entries_are_found_by_every_part_of_a_filter() {
        long wanted = failed(ANN, ChangeType.UPDATE, null);
        failed(BEN, ChangeType.UPDATE, null);
        depot.change("erp", ANN, ChangeType.UPDATE);

        OutboxFilter filter = OutboxFilter.ALL
                .withSystem(CRM)
                .withType("customer")
                .withEntityId(ANN.id())
                .withStatus(SyncLogStatus.FAILED)
                .withErrorContaining("50% OF _");

        assertThat(outbox.find(filter)).extracting(OutboxEntry::id).containsExactly(wanted);
        assertThat(outbox.find(filter.withErrorContaining("500"))).isEmpty();
    }

    @Test
    void pages_go_from_the_newest_to_the_oldest() {
        long first = depot.change(CRM, ANN, ChangeType.UPDATE);
        long second = depot.change(CRM, BEN, ChangeType.UPDATE);
        OutboxFilter page = OutboxFilter.ALL.withLimit(1);

        assertThat(outbox.find(page)).extracting(OutboxEntry::id).containsExactly(second);
        assertThat(outbox.find(page.withOlderThan(second)))
                .extracting(OutboxEntry::id)
                .containsExactly(first);
        assertThat(outbox.find(page.withOlderThan(first))).isEmpty();
    }

    @Test
    void a_requeued_entry_is_due_at_once_with_all_its_attempts() {
        long id = failed(ANN, ChangeType.UPDATE, null);

        assertThat(outbox.requeue(id)).isEqualTo(new Requeued(1, 0, 0));

        assertThat(depot.attempts(id)).isZero();
        assertThat(claim().entries()).extracting(LeasedEntry::id).containsExactly(id);
        assertThat(signals).containsExactly(Set.of(CRM));
    }

    @Test
    void only_failed_entries_are_requeued() {
        long done = accepted(ANN);
        long held = depot.change(CRM, BEN, ChangeType.UPDATE);
        claim();

        assertThat(outbox.requeue(List.of(done, held, -1L))).isEqualTo(new Requeued(0, 0, 3));
        assertThat(signals).isEmpty();
    }

    @Test
    void a_stored_state_is_not_replayed_over_a_later_one() {
        long old = failed(ANN, ChangeType.UPDATE, "{\"n\":1}");
        long later = accepted(ANN);

        assertThat(outbox.requeue(old)).isEqualTo(new Requeued(0, 1, 0));

        assertThat(depot.standing(old)).isEqualTo("completed superseded");
        assertThat(depot.column(old, "superseded_by")).isEqualTo(later);
    }

    @Test
    void a_stale_delete_is_not_replayed_over_a_recreated_entity() {
        depot.change(CRM, ANN, ChangeType.CREATE);
        settleAll(entry -> Settlement.completed(entry, EntryOutcome.ACCEPTED));
        long delete = failed(ANN, ChangeType.DELETE, "{}");
        depot.change(CRM, ANN, ChangeType.CREATE);
        settleAll(entry -> Settlement.completed(entry, EntryOutcome.ACCEPTED));

        assertThat(outbox.requeue(delete).superseded()).isEqualTo(1);
    }

    @Test
    void an_entry_that_reads_the_newest_state_may_be_requeued_at_any_time() {
        long old = failed(ANN, ChangeType.UPDATE, null);
        accepted(ANN);

        assertThat(outbox.requeue(old)).isEqualTo(new Requeued(1, 0, 0));
    }

    @Test
    void an_entity_that_is_being_delivered_right_now_is_skipped() {
        long old = failed(ANN, ChangeType.UPDATE, "{\"n\":1}");
        depot.change(CRM, ANN, ChangeType.UPDATE);
        claim();

        assertThat(outbox.requeue(old)).isEqualTo(new Requeued(0, 0, 1));
        assertThat(depot.standing(old)).isEqualTo("failed");
    }

    @Test
    void all_that_match_are_requeued_whatever_the_page() {
        for (int i = 0; i < 5; i++) {
            failed(new EntityRef("customer", "m" + i), ChangeType.CREATE, null);
        }
        accepted(BEN);

        assertThat(outbox.requeue(OutboxFilter.ALL.withSystem(CRM).withLimit(2)))
                .isEqualTo(new Requeued(5, 0, 0));
    }

    @Test
    void an_abandoned_entry_is_completed_with_a_note_and_lets_the_next_one_through() {
        long id = depot.change(CRM, ANN, ChangeType.CREATE);
        long next = depot.change(CRM, ANN, ChangeType.UPDATE);
        settleAll(entry -> Settlement.deferred(entry, "busy", Duration.ofHours(1)));

        assertThat(outbox.abandon(id, "asked by Eve")).isTrue();

        OutboxEntry entry = outbox.find(id).orElseThrow();
        assertThat(entry.status()).isEqualTo(SyncLogStatus.COMPLETED);
        assertThat(entry.outcome()).isEqualTo(EntryOutcome.ABANDONED);
        assertThat(entry.note()).isEqualTo("asked by Eve");
        assertThat(claim().entries()).extracting(LeasedEntry::id).containsExactly(next);
        assertThat(signals).containsExactly(Set.of(CRM));
    }

    @Test
    void what_a_relay_holds_or_has_answered_for_cannot_be_abandoned() {
        long done = accepted(ANN);
        long held = depot.change(CRM, BEN, ChangeType.UPDATE);
        claim();

        assertThat(outbox.abandon(done, "note")).isFalse();
        assertThat(outbox.abandon(held, "note")).isFalse();
        assertThat(outbox.abandon(-1, "note")).isFalse();
    }

    @Test
    void all_that_match_are_abandoned() {
        failed(ANN, ChangeType.UPDATE, null);
        failed(BEN, ChangeType.UPDATE, null);
        depot.change(CRM, ANN, ChangeType.UPDATE);
        accepted(new EntityRef("customer", "3"));
        long fresh = depot.change("erp", ANN, ChangeType.UPDATE);

        assertThat(outbox.abandon(OutboxFilter.ALL.withSystem(CRM).withStatus(SyncLogStatus.FAILED), "late"))
                .isEqualTo(2);
        assertThat(depot.standing(fresh)).isEqualTo("pending");
    }

    @Test
    void giving_up_needs_a_reason() {
        assertThatThrownBy(() -> outbox.abandon(1, "  "))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessageContaining("0 characters");
        assertThatThrownBy(() -> outbox.abandon(1, "x".repeat(4001))).hasMessageContaining("4001 characters");
    }

    @Test
    void a_paused_target_gives_nothing_out_until_it_is_resumed() {
        long id = depot.change(CRM, ANN, ChangeType.UPDATE);
        outbox.pause(CRM, "maintenance till noon");

        assertThat(claim().entries()).isEmpty();
        assertThat(outbox.targets()).first().satisfies(target -> {
            assertThat(target.name()).isEqualTo(CRM);
            assertThat(target.paused()).isTrue();
            assertThat(target.pausedNote()).isEqualTo("maintenance till noon");
        });

        outbox.resume(CRM);

        assertThat(claim().entries()).extracting(LeasedEntry::id).containsExactly(id);
        assertThat(signals).containsExactly(Set.of(CRM));
    }

    @Test
    void a_target_that_nobody_declares_cannot_be_paused() {
        assertThatThrownBy(() -> outbox.pause("cmr", "typo"))
                .isInstanceOf(UnknownTargetException.class)
                .hasMessageContaining("'cmr'")
                .hasMessageContaining("crm, erp");
        assertThatThrownBy(() -> outbox.resume("cmr")).isInstanceOf(UnknownTargetException.class);
    }

    @Test
    void cleanup_deletes_what_is_completed_and_old_enough() {
        long old = accepted(ANN);
        long failed = failed(ANN, ChangeType.UPDATE, null);
        long waiting = depot.change("erp", ANN, ChangeType.UPDATE);
        depot.age(Duration.ofDays(8));
        long young = accepted(BEN);

        assertThat(outbox.cleanup(Duration.ofDays(7))).isEqualTo(1);

        assertThat(outbox.find(old)).isEmpty();
        assertThat(outbox.find(failed)).isPresent();
        assertThat(outbox.find(waiting)).isPresent();
        assertThat(outbox.find(young)).isPresent();
    }

    @Test
    void cleanup_goes_on_from_batch_to_batch() {
        depot.transactions().executeWithoutResult(status -> {
            for (int i = 0; i < 2_500; i++) {
                depot.changeInside(CRM, ANN, ChangeType.UPDATE, null);
            }
        });
        long last = depot.number("select max(id) from sync_logs") - 100;
        depot.jdbc()
                .update(
                        "update sync_logs set sync_status = 'completed', completed_at = created_at where id <= ?",
                        last);
        depot.age(Duration.ofDays(1));

        assertThat(outbox.cleanup(Duration.ofHours(1))).isEqualTo(2_400);
        assertThat(depot.count("1 = 1")).isEqualTo(100);
    }

    @Test
    void cleanup_stops_when_it_is_interrupted() {
        accepted(ANN);
        depot.age(Duration.ofDays(1));
        Thread.currentThread().interrupt();

        assertThat(outbox.cleanup(Duration.ZERO)).isZero();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_negative_retention_is_refused() {
        assertThatThrownBy(() -> outbox.cleanup(Duration.ofDays(-1))).hasMessageContaining("PT-24H");
    }
}
