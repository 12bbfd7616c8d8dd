package io.synctracker.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.store.ShortTransactions;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DepotTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Who takes which entry, for how long, and what he may still write when that is over. */
abstract class LeaseContract extends DepotTest {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private OutboxLeases leases;
    private ShortTransactions transactions;
    private Waits waits;

    LeaseContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeAll
    void prepare() {
        leases = OutboxLeases.of(depot.dataSource(), depot.dialect());
        transactions = new ShortTransactions(depot.dataSource());
        waits = new Waits(new NamedParameterJdbcTemplate(depot.dataSource()), depot.dialect());
    }

    private Claim claim(int limit) {
        return leases.claim(new ClaimRequest(CRM, limit, LEASE, 5, type -> false));
    }

    private List<Long> claimedIds(int limit) {
        return claim(limit).entries().stream().map(LeasedEntry::id).toList();
    }

    private Set<LeasedEntry> settle(Settlement... settlements) {
        return transactions.call(() -> leases.settle(List.of(settlements)));
    }

    @Test
    void a_due_entry_is_taken_with_all_that_is_known_of_it() {
        long id = depot.change(CRM, ANN, ChangeType.CREATE, "{\"name\":\"Ann\"}");

        LeasedEntry entry = claim(10).entries().get(0);

        assertThat(entry.id()).isEqualTo(id);
        assertThat(entry.entity()).isEqualTo(ANN);
        assertThat(entry.change().version()).isEqualTo(1);
        assertThat(entry.action()).isEqualTo(ChangeType.CREATE);
        assertThat(entry.data()).isEqualTo("{\"name\":\"Ann\"}");
        assertThat(entry.sequence()).isEqualTo(id);
        assertThat(entry.age()).isBetween(Duration.ZERO, Duration.ofSeconds(20));
    }

    @Test
    void an_attempt_is_counted_when_it_is_taken() {
        long id = depot.change(CRM, ANN, ChangeType.CREATE);

        assertThat(claim(10).entries().get(0).attempt()).isEqualTo(1);

        assertThat(depot.attempts(id)).isEqualTo(1);
        assertThat(depot.column(id, "last_sync_attempt")).isNotNull();
    }

    @Test
    void what_is_taken_is_not_taken_again_while_the_lease_holds() {
        depot.change(CRM, ANN, ChangeType.CREATE);
        claim(10);

        assertThat(claimedIds(10)).isEmpty();
    }

    @Test
    void what_was_taken_is_free_again_when_the_lease_is_over() {
        long id = depot.change(CRM, ANN, ChangeType.CREATE);
        claim(10);
        depot.passTime(LEASE);

        Claim again = claim(10);

        assertThat(again.entries()).extracting(LeasedEntry::id).containsExactly(id);
        assertThat(again.entries().get(0).attempt()).isEqualTo(2);
    }

    @Test
    void entries_of_another_target_are_left_alone() {
        depot.change("erp", ANN, ChangeType.CREATE);

        assertThat(claimedIds(10)).isEmpty();
    }

    @Test
    void only_the_first_entry_of_an_entity_is_taken() {
        long first = depot.change(CRM, ANN, ChangeType.CREATE);
        depot.change(CRM, ANN, ChangeType.UPDATE);
        long other = depot.change(CRM, BEN, ChangeType.CREATE);

        assertThat(claimedIds(10)).containsExactly(first, other);
        assertThat(claimedIds(10)).isEmpty();
    }

    @Test
    void a_later_entry_is_parked_until_the_first_one_is_through() {
        depot.change(CRM, ANN, ChangeType.CREATE);
        long second = depot.change(CRM, ANN, ChangeType.UPDATE);
        LeasedEntry entry = claim(10).entries().get(0);

        assertThat(depot.dueInMillis(second)).isGreaterThan(30_000);

        settle(Settlement.completed(entry, EntryOutcome.ACCEPTED));
        assertThat(leases.wakeNext(CRM, List.of(ANN))).isEqualTo(1);

        assertThat(claimedIds(10)).containsExactly(second);
    }

    @Test
    void waking_the_next_leaves_one_alone_that_waits_for_a_time_of_its_own() {
        long id = depot.change(CRM, ANN, ChangeType.CREATE);
        settle(Settlement.deferred(claim(10).entries().get(0), "busy", Duration.ofMinutes(5)));

        leases.wakeNext(CRM, List.of(ANN));

        assertThat(depot.dueInMillis(id)).isGreaterThan(200_000);
    }

    @Test
    void followers_of_an_entry_that_backs_off_are_looked_at_once() {
        depot.change(CRM, ANN, ChangeType.CREATE);
        settle(Settlement.deferred(claim(10).entries().get(0), "busy", Duration.ofMinutes(5)));
        for (int i = 0; i < 5; i++) {
            depot.change(CRM, ANN, ChangeType.UPDATE);
        }

        assertThat(claimedIds(10)).isEmpty();

        assertThat(depot.count("next_attempt_at <= " + depot.dialect().now())).isZero();
    }

    @Test
    void a_long_line_is_put_off_the_further_the_later_its_place() {
        depot.change(CRM, ANN, ChangeType.CREATE);
        long second = depot.change(CRM, ANN, ChangeType.UPDATE);
        long third = depot.change(CRM, ANN, ChangeType.UPDATE);

        claim(10);

        assertThat(depot.dueInMillis(third) - depot.dueInMillis(second)).isBetween(500L, 1_500L);
    }

    @Test
    void a_requeued_entry_waits_until_a_later_one_of_its_entity_is_through() {
        long old = depot.change(CRM, ANN, ChangeType.CREATE);
        settle(Settlement.failed(claim(10).entries().get(0), "refused"));
        depot.change(CRM, ANN, ChangeType.UPDATE);
        LeasedEntry later = claim(10).entries().get(0);
        depot.jdbc()
                .update(
                        "update sync_logs set sync_status = 'pending', sync_attempts = 0,"
                                + " next_attempt_at = created_at where id = ?",
                        old);
        assertThat(claimedIds(10)).isEmpty();

        settle(Settlement.completed(later, EntryOutcome.ACCEPTED));

        assertThat(claimedIds(10)).containsExactly(old);
    }

    @Test
    void a_claim_says_whether_more_may_be_due() {
        for (int i = 0; i < 3; i++) {
            depot.change(CRM, new EntityRef("customer", "m" + i), ChangeType.CREATE);
        }

        assertThat(claim(2).more()).isTrue();
        assertThat(claim(2).more()).isFalse();
    }

    @Test
    void a_renewed_lease_holds_longer() {
        depot.change(CRM, ANN, ChangeType.CREATE);
        LeasedEntry entry = claim(10).entries().get(0);
        depot.passTime(LEASE.dividedBy(2));

        assertThat(leases.renew(List.of(entry), LEASE)).containsExactly(entry);
        depot.passTime(LEASE.dividedBy(2));

        assertThat(claimedIds(10)).isEmpty();
    }

    @Test
    void a_lease_that_somebody_else_holds_by_now_cannot_be_renewed() {
        depot.change(CRM, ANN, ChangeType.CREATE);
        LeasedEntry late = claim(10).entries().get(0);
        depot.passTime(LEASE);
        claim(10);

        assertThat(leases.renew(List.of(late), LEASE)).isEmpty();
    }

    @Test
    void whoever_lost_his_lease_writes_nothing() {
        long id = depot.change(CRM, ANN, ChangeType.CREATE);
        LeasedEntry late = claim(10).entries().get(0);
        depot.passTime(LEASE);
        claim(10);

        assertThat(settle(Settlement.completed(late, EntryOutcome.ACCEPTED))).isEmpty();

        assertThat(depot.standing(id)).isEqualTo("pending");
    }

    @Test
    void two_leases_of_one_entry_are_told_apart() {
        depot.change(CRM, ANN, ChangeType.CREATE);
        LeasedEntry late = claim(10).entries().get(0);
        depot.passTime(LEASE);
        LeasedEntry current = claim(10).entries().get(0);

        assertThat(settle(
                        Settlement.completed(late, EntryOutcome.ACCEPTED),
                        Settlement.completed(current, EntryOutcome.ACCEPTED)))
                .containsExactly(current);
    }

    @Test
    void a_late_answer_counts_if_nobody_else_has_taken_the_entry() {
        long id = depot.change(CRM, ANN, ChangeType.CREATE);
        LeasedEntry late = claim(10).entries().get(0);
        depot.passTime(LEASE);

        settle(Settlement.completed(late, EntryOutcome.ACCEPTED));

        assertThat(depot.standing(id)).isEqualTo("completed accepted");
    }

    @Test
    void a_released_entry_is_due_as_if_it_had_not_been_taken() {
        long id = depot.change(CRM, ANN, ChangeType.CREATE);

        settle(Settlement.released(claim(10).entries().get(0), null, Duration.ZERO));

        assertThat(depot.attempts(id)).isZero();
        assertThat(claimedIds(10)).containsExactly(id);
    }

    @Test
    void a_failed_entry_waits_for_a_person_and_lets_the_next_one_through() {
        long first = depot.change(CRM, ANN, ChangeType.CREATE);
        long second = depot.change(CRM, ANN, ChangeType.UPDATE);
        settle(Settlement.failed(claim(1).entries().get(0), "refused"));
        leases.wakeNext(CRM, List.of(ANN));

        assertThat(claimedIds(10)).containsExactly(second);
        assertThat(depot.standing(first)).isEqualTo("failed");
        assertThat(depot.error(first)).isEqualTo("refused");
    }

    @Test
    void what_is_in_hand_is_settled_while_a_claim_is_under_way() throws Exception {
        depot.change(CRM, ANN, ChangeType.CREATE);
        LeasedEntry inHand = claim(10).entries().get(0);

        assertThat(isSettledWhileAnotherIsClaimed(inHand)).isTrue();
    }

    @Test
    void what_is_in_hand_for_long_is_settled_while_a_claim_is_under_way() throws Exception {
        depot.change(CRM, ANN, ChangeType.CREATE);
        LeasedEntry inHand = claim(10).entries().get(0);
        depot.passTime(LEASE.dividedBy(2));
        leases.renew(List.of(inHand), LEASE);
        depot.passTime(LEASE.multipliedBy(3).dividedBy(4));

        assertThat(isSettledWhileAnotherIsClaimed(inHand)).isTrue();
    }

    /** Locks the entry, claims another one beside it, and returns whether it can be settled before that claim ends. */
    private boolean isSettledWhileAnotherIsClaimed(LeasedEntry inHand) throws Exception {
        long due = depot.change(CRM, BEN, ChangeType.CREATE);
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch settled = new CountDownLatch(1);
        FutureTask<Boolean> claimUnderWay = new FutureTask<>(() -> transactions.call(() -> {
            assertThat(waits.lockDue(CRM, 1)).containsExactly(due);
            looked.countDown();
            return await(settled);
        }));
        transactions.run(() -> {
            depot.jdbc().queryForList("select id from sync_logs where id = ? for update", inHand.id());
            new Thread(claimUnderWay).start();
            assertThat(await(looked)).isTrue();
            leases.settle(List.of(Settlement.completed(inHand, EntryOutcome.ACCEPTED)));
            settled.countDown();
        });
        return claimUnderWay.get(30, TimeUnit.SECONDS);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void a_batch_is_settled_in_several_ways_at_once() {
        for (int i = 0; i < 4; i++) {
            depot.change(CRM, new EntityRef("customer", "c" + i), ChangeType.CREATE);
        }
        List<LeasedEntry> held = claim(10).entries();

        settle(
                Settlement.completed(held.get(0), EntryOutcome.ACCEPTED),
                Settlement.completed(held.get(1), EntryOutcome.GONE),
                Settlement.failed(held.get(2), "refused"),
                Settlement.completed(held.get(3), EntryOutcome.ACCEPTED));

        assertThat(held.stream().map(LeasedEntry::id).map(depot::standing))
                .containsExactly("completed accepted", "completed gone", "failed", "completed accepted");
    }
}
