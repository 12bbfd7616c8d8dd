package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.SyncStatus;
import io.synctracker.event.SyncFailed;
import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.TargetState;
import io.synctracker.target.DeliveryResult;
import io.synctracker.testdatabases.Vendor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a deferred delivery is tried again, and when a whole target is left alone. */
abstract class RetryContract extends RelayTest {

    RetryContract(Vendor vendor) {
        super(vendor);
    }

    private long created(String id) {
        EntityRef entity = new EntityRef("customer", id);
        world.put(entity, Map.of("name", id));
        return depot.change(CRM, entity, ChangeType.CREATE);
    }

    private Outbox outbox() {
        return Outbox.of(depot.dataSource(), depot.dialect(), world::masked, List.of(CRM), systems -> {});
    }

    private TargetState crmState() {
        return outbox().targets().get(0);
    }

    private RelaySettings breakingAfter(int failures) {
        return SETTINGS.withTarget(SETTINGS.target()
                .withBreaker(new BreakerPolicy(failures, Duration.ofSeconds(10), Duration.ofMinutes(1))));
    }

    @Test
    void each_wait_is_twice_as_long_as_the_one_before() {
        long id = created("1");
        crm.answers(DeliveryResult.deferred("busy"));

        relay.runOnce();
        long first = depot.dueInMillis(id);
        depot.passTime(Duration.ofSeconds(2));
        relay.runOnce();
        long second = depot.dueInMillis(id);

        assertThat(first).isBetween(100L, 1_000L);
        assertThat(second).isBetween(1_100L, 2_000L);
    }

    @Test
    void the_last_attempt_fails_for_good_and_says_so() {
        RetryPolicy twice = RetryPolicy.DEFAULT.withMaxAttempts(2);
        relay = relay(SETTINGS.withTarget(TargetSettings.DEFAULT.withRetry(twice)), crm);
        long id = created("1");
        crm.answers(DeliveryResult.deferred("busy"));
        relay.runOnce();
        depot.passTime(Duration.ofSeconds(5));

        relay.runOnce();

        assertThat(depot.standing(id)).isEqualTo("failed");
        assertThat(depot.error(id)).isEqualTo("Given up after 2 attempts. The last: busy");
        assertThat(depot.link(CRM, new EntityRef("customer", "1")).status()).isEqualTo(SyncStatus.FAILED);
        assertThat(events)
                .last()
                .isInstanceOfSatisfying(
                        SyncFailed.class, event -> assertThat(event.willRetry()).isFalse());
    }

    @Test
    void the_target_may_say_when_to_come_back() {
        long id = created("1");
        crm.answers(DeliveryResult.deferred("maintenance", Duration.ofMinutes(10)));

        relay.runOnce();

        assertThat(depot.dueInMillis(id)).isBetween(590_000L, 660_000L);
    }

    @Test
    void nobody_waits_for_longer_than_a_day() {
        long id = created("1");
        crm.answers(DeliveryResult.deferred("closed", Duration.ofDays(3_650_000)));

        relay.runOnce();

        assertThat(depot.dueInMillis(id)).isBetween(86_000_000L, 86_400_000L);
    }

    @Test
    void one_target_may_be_tried_in_its_own_way() {
        RetryPolicy once = RetryPolicy.DEFAULT.withMaxAttempts(1);
        relay = relay(SETTINGS.withTargets(Map.of(CRM, TargetSettings.DEFAULT.withRetry(once))), crm);
        long id = created("1");
        crm.answers(DeliveryResult.deferred("busy"));

        relay.runOnce();

        assertThat(depot.standing(id)).isEqualTo("failed");
    }

    @Test
    void a_target_that_fails_again_and_again_is_left_alone() {
        relay = relay(breakingAfter(3), crm);
        List.of("1", "2", "3", "4").forEach(this::created);
        crm.answers(DeliveryResult.deferred("down"));
        relay.runOnce();
        int calls = crm.deliveries.size();
        created("5");
        depot.passTime(Duration.ofSeconds(5));

        assertThat(relay.runOnce()).isZero();

        assertThat(crm.deliveries).hasSize(calls);
        assertThat(crmState().failures()).isGreaterThanOrEqualTo(3);
        assertThat(crmState().openUntil()).isNotNull();
    }

    @Test
    void what_was_taken_is_given_back_when_the_circuit_opens() {
        TargetSettings oneByOne = breakingAfter(2).target().withConcurrency(1);
        relay = relay(SETTINGS.withTarget(oneByOne), crm);
        for (int i = 0; i < 20; i++) {
            created("m" + i);
        }
        crm.answers(DeliveryResult.deferred("down"));

        relay.runOnce();

        assertThat(depot.count("sync_attempts > 0"))
                .isEqualTo(crm.deliveries.size())
                .isLessThan(20);
        assertThat(depot.count("lease_token is not null")).isZero();
    }

    @Test
    void a_single_entry_tries_the_target_when_the_time_is_over() {
        relay = relay(breakingAfter(2), crm);
        List.of("1", "2", "3", "4", "5").forEach(this::created);
        crm.answers(DeliveryResult.deferred("down"));
        relay.runOnce();
        int calls = crm.deliveries.size();
        depot.passTime(Duration.ofSeconds(30));

        relay.runOnce();

        assertThat(crm.deliveries).hasSize(calls + 1);
        depot.passTime(Duration.ofSeconds(12));
        assertThat(relay.runOnce()).as("the second opening is twice as long").isZero();
    }

    @Test
    void an_answer_closes_the_circuit() {
        relay = relay(breakingAfter(2), crm);
        List.of("1", "2", "3").forEach(this::created);
        crm.answers(DeliveryResult.deferred("down"));
        relay.runOnce();
        depot.passTime(Duration.ofSeconds(30));
        crm.answers(DeliveryResult.accepted());

        assertThat(relay.runOnce()).isEqualTo(1);
        assertThat(relay.runOnce()).isEqualTo(2);

        assertThat(crmState().failures()).isZero();
        assertThat(crmState().openUntil()).isNull();
    }

    @Test
    void a_refusal_shows_that_the_target_works() {
        relay = relay(breakingAfter(2), crm);
        crm.answers(DeliveryResult.deferred("down"));
        created("1");
        relay.runOnce();
        crm.answers(DeliveryResult.rejected("no"));
        created("2");
        relay.runOnce();

        assertThat(crmState().failures()).isZero();
    }

    @Test
    void a_target_that_asks_for_a_pause_gets_it_before_it_counts_as_down() {
        created("1");
        crm.answers(DeliveryResult.deferred("too many requests", Duration.ofSeconds(30)));
        relay.runOnce();
        created("2");

        assertThat(relay.runOnce()).isZero();
        depot.passTime(Duration.ofSeconds(31));
        crm.answers(DeliveryResult.accepted());
        assertThat(drain(relay)).isEqualTo(2);
    }

    @Test
    void a_pause_of_one_answer_is_short_as_long_as_the_target_does_not_count_as_down() {
        created("1");
        crm.answers(DeliveryResult.deferred("locked by a user", Duration.ofHours(2)));
        relay.runOnce();
        created("2");
        crm.answers(DeliveryResult.accepted());
        depot.passTime(Duration.ofMinutes(1));

        assertThat(relay.runOnce()).isEqualTo(1);
    }

    @Test
    void a_resumed_target_is_tried_at_once() {
        relay = relay(breakingAfter(1), crm);
        created("1");
        crm.answers(DeliveryResult.deferred("down"));
        relay.runOnce();
        crm.answers(DeliveryResult.accepted());
        created("2");

        outbox().resume(CRM);

        assertThat(relay.runOnce()).isEqualTo(1);
    }

    @Test
    void another_target_goes_on() {
        io.synctracker.testing.RecordingTarget erp = new io.synctracker.testing.RecordingTarget("erp");
        relay = relay(breakingAfter(1), crm, erp);
        crm.answers(DeliveryResult.deferred("down"));
        created("1");
        relay.runOnce();
        depot.change("erp", ANN, ChangeType.UPDATE);

        assertThat(relay.runOnce()).isEqualTo(1);
        assertThat(erp.deliveries).hasSize(1);
    }
}
