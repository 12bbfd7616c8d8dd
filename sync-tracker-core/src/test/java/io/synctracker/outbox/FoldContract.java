package io.synctracker.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.store.ShortTransactions;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DepotTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Changes that wait for the same target are folded into the first one when that is taken. */
abstract class FoldContract extends DepotTest {

    private OutboxLeases leases;
    private ShortTransactions transactions;

    FoldContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeAll
    void prepare() {
        leases = OutboxLeases.of(depot.dataSource(), depot.dialect());
        transactions = new ShortTransactions(depot.dataSource());
    }

    private Claim claim() {
        return leases.claim(new ClaimRequest(CRM, 100, Duration.ofSeconds(60), 5, type -> true));
    }

    private LeasedEntry only() {
        List<LeasedEntry> entries = claim().entries();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private void defer(LeasedEntry entry) {
        transactions.run(() -> leases.settle(List.of(Settlement.deferred(entry, "down", Duration.ZERO))));
    }

    @Test
    void all_that_waits_becomes_one_with_the_newest_state() {
        long first = depot.change(CRM, ANN, ChangeType.CREATE, "{\"n\":1}");
        long second = depot.change(CRM, ANN, ChangeType.UPDATE, "{\"n\":2}");
        long third = depot.change(CRM, ANN, ChangeType.UPDATE, "{\"n\":3}");

        Claim claim = claim();

        assertThat(claim.folded()).isEqualTo(2);
        assertThat(claim.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(first);
            assertThat(entry.action()).isEqualTo(ChangeType.CREATE);
            assertThat(entry.change().version()).isEqualTo(3);
            assertThat(entry.data()).isEqualTo("{\"n\":3}");
            assertThat(entry.sequence()).isEqualTo(third);
        });
        assertThat(depot.standing(second)).isEqualTo("completed superseded");
        assertThat(depot.column(second, "superseded_by")).isEqualTo(first);
        assertThat(depot.column(third, "superseded_by")).isEqualTo(first);
    }

    @Test
    void what_was_folded_stays_folded_when_it_is_tried_again() {
        depot.change(CRM, ANN, ChangeType.CREATE, "{\"n\":1}");
        depot.change(CRM, ANN, ChangeType.UPDATE, "{\"n\":2}");
        LeasedEntry before = only();
        defer(before);

        LeasedEntry again = only();

        assertThat(again.data()).isEqualTo("{\"n\":2}");
        assertThat(again.sequence()).isEqualTo(before.sequence());
        assertThat(again.change()).isEqualTo(before.change());
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void what_was_folded_keeps_its_sequence_when_an_entry_before_it_is_requeued() {
        long first = depot.change(CRM, ANN, ChangeType.CREATE, "{\"n\":1}");
        depot.jdbc().update("update sync_logs set sync_status = 'failed' where id = ?", first);
        depot.change(CRM, ANN, ChangeType.UPDATE, "{\"n\":2}");
        depot.change(CRM, ANN, ChangeType.UPDATE, "{\"n\":3}");
        LeasedEntry before = only();
        defer(before);
        depot.jdbc().update("update sync_logs set sync_status = 'pending' where id = ?", first);

        assertThat(only().sequence()).isEqualTo(before.sequence());
    }

    @Test
    void what_comes_after_the_claim_waits_and_is_folded_at_the_next_one() {
        long first = depot.change(CRM, ANN, ChangeType.CREATE);
        LeasedEntry entry = only();
        long later = depot.change(CRM, ANN, ChangeType.UPDATE);
        assertThat(claim().entries()).isEmpty();
        assertThat(depot.standing(later)).isEqualTo("pending");
        defer(entry);

        LeasedEntry again = only();

        assertThat(again.id()).isEqualTo(first);
        assertThat(again.sequence()).isEqualTo(later);
        assertThat(depot.standing(later)).isEqualTo("completed superseded");
    }

    @Test
    void a_create_and_a_delete_of_which_nothing_was_told_are_unseen() {
        depot.change(CRM, ANN, ChangeType.CREATE);
        depot.change(CRM, ANN, ChangeType.DELETE, "{}");

        assertThat(only().unseen()).isTrue();
    }

    @Test
    void a_delete_is_told_once_the_create_was_tried() {
        depot.change(CRM, ANN, ChangeType.CREATE);
        defer(only());
        depot.change(CRM, ANN, ChangeType.DELETE, "{\"n\":1}");

        LeasedEntry entry = only();

        assertThat(entry.unseen()).isFalse();
        assertThat(entry.action()).isEqualTo(ChangeType.DELETE);
        assertThat(entry.data()).isEqualTo("{\"n\":1}");
    }

    @Test
    void lives_are_not_folded_into_each_other() {
        depot.change(CRM, ANN, ChangeType.UPDATE);
        depot.change(CRM, ANN, ChangeType.DELETE, "{}");
        long reborn = depot.change(CRM, ANN, ChangeType.CREATE);

        LeasedEntry entry = only();

        assertThat(entry.action()).isEqualTo(ChangeType.DELETE);
        assertThat(depot.standing(reborn)).isEqualTo("pending");
    }

    @Test
    void entities_are_folded_each_for_itself() {
        depot.change(CRM, ANN, ChangeType.CREATE);
        depot.change(CRM, BEN, ChangeType.CREATE);
        depot.change(CRM, ANN, ChangeType.UPDATE);
        depot.change("erp", BEN, ChangeType.UPDATE);

        Claim claim = claim();

        assertThat(claim.entries()).extracting(LeasedEntry::entity).containsExactly(ANN, BEN);
        assertThat(claim.folded()).isEqualTo(1);
    }

    @Test
    void a_thousand_changes_are_one() {
        depot.transactions().executeWithoutResult(status -> {
            for (int i = 0; i < 1_000; i++) {
                depot.changeInside(CRM, ANN, i == 0 ? ChangeType.CREATE : ChangeType.UPDATE, null);
            }
        });

        Claim claim = claim();

        assertThat(claim.entries()).hasSize(1);
        assertThat(claim.folded()).isEqualTo(999);
        assertThat(claim.entries().get(0).change().version()).isEqualTo(1_000);
    }

    @Test
    void an_entity_is_left_alone_while_a_later_entry_of_it_is_being_delivered() {
        long old = depot.change(CRM, ANN, ChangeType.UPDATE);
        depot.jdbc().update("update sync_logs set sync_status = 'failed' where id = ?", old);
        depot.change(CRM, ANN, ChangeType.UPDATE);
        depot.change(CRM, new EntityRef("customer", "3"), ChangeType.CREATE);
        assertThat(claim().entries()).hasSize(2);
        depot.jdbc().update("update sync_logs set sync_status = 'pending' where id = ?", old);

        assertThat(claim().entries()).isEmpty();
    }
}
