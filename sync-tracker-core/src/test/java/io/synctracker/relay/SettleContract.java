package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.SyncStatus;
import io.synctracker.event.EntitySynced;
import io.synctracker.event.SyncConflicted;
import io.synctracker.event.SyncFailed;
import io.synctracker.target.DeliveryResult;
import io.synctracker.testdatabases.Vendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of an entry, of the link and of the listeners, by what the target answers. */
abstract class SettleContract extends RelayTest {

    SettleContract(Vendor vendor) {
        super(vendor);
    }

    private long created(EntityRef entity) {
        world.put(entity, Map.of("name", entity.id()));
        return depot.change(CRM, entity, ChangeType.CREATE);
    }

    @Test
    void an_accepted_delivery_completes_the_entry_and_links_the_entity() {
        long id = created(ANN);
        crm.answers(DeliveryResult.accepted("C-1", Map.of("etag", "x")));

        assertThat(relay.runOnce()).isEqualTo(1);

        assertThat(depot.standing(id)).isEqualTo("completed accepted");
        assertThat(depot.link(CRM, ANN)).satisfies(link -> {
            assertThat(link.status()).isEqualTo(SyncStatus.SYNCED);
            assertThat(link.externalId()).isEqualTo("C-1");
            assertThat(link.syncedVersion()).isEqualTo(1);
        });
        assertThat(meters.settled).contains(DeliveryOutcome.ACCEPTED);
    }

    @Test
    void an_event_tells_what_was_accepted() {
        created(ANN);
        crm.answers(DeliveryResult.accepted("C-1", Map.of("etag", "x")));

        relay.runOnce();

        assertThat(events).singleElement().isInstanceOfSatisfying(EntitySynced.class, event -> {
            assertThat(event.state().entity()).isEqualTo(ANN);
            assertThat(event.state().externalId()).isEqualTo("C-1");
            assertThat(event.state().metadata()).containsEntry("etag", "x");
        });
    }

    @Test
    void nothing_is_due_once_everything_is_accepted() {
        created(ANN);
        relay.runOnce();

        assertThat(relay.runOnce()).isZero();
        assertThat(crm.deliveries).hasSize(1);
    }

    @Test
    void the_next_delivery_knows_the_external_id() {
        created(ANN);
        crm.answers(DeliveryResult.accepted("C-1"));
        relay.runOnce();
        depot.change(CRM, ANN, ChangeType.UPDATE);

        relay.runOnce();

        assertThat(crm.last().externalId()).contains("C-1");
        assertThat(crm.told()).containsExactly("create customer 1", "update customer 1");
    }

    @Test
    void an_answer_without_an_external_id_keeps_the_known_one() {
        created(ANN);
        crm.answers(DeliveryResult.accepted("C-1"));
        relay.runOnce();
        depot.change(CRM, ANN, ChangeType.UPDATE);
        crm.answers(DeliveryResult.accepted());

        relay.runOnce();

        assertThat(depot.link(CRM, ANN).externalId()).isEqualTo("C-1");
        assertThat(depot.link(CRM, ANN).syncedVersion()).isEqualTo(2);
    }

    @Test
    void a_deferred_delivery_is_tried_again_with_the_same_key() {
        long id = created(ANN);
        crm.answers(DeliveryResult.deferred("busy"));
        relay.runOnce();
        depot.passTime(Duration.ofSeconds(10));
        crm.answers(DeliveryResult.accepted());

        relay.runOnce();

        assertThat(depot.standing(id)).isEqualTo("completed accepted");
        assertThat(crm.deliveries)
                .extracting(d -> d.id())
                .hasSize(2)
                .containsOnly(crm.last().id());
        assertThat(crm.deliveries).extracting(d -> d.attempt()).containsExactly(1, 2);
    }

    @Test
    void a_deferred_delivery_says_why_and_that_it_goes_on() {
        long id = created(ANN);
        crm.answers(DeliveryResult.deferred("busy"));

        relay.runOnce();

        assertThat(depot.standing(id)).isEqualTo("pending");
        assertThat(depot.error(id)).isEqualTo("busy");
        assertThat(depot.link(CRM, ANN).status()).isEqualTo(SyncStatus.PENDING);
        assertThat(events).singleElement().isInstanceOfSatisfying(SyncFailed.class, event -> {
            assertThat(event.error()).isEqualTo("busy");
            assertThat(event.willRetry()).isTrue();
            assertThat(event.state().retryCount()).isEqualTo(1);
        });
    }

    @Test
    void a_rejected_delivery_fails_for_good() {
        long id = created(ANN);
        crm.answers(DeliveryResult.rejected("no such country"));

        relay.runOnce();
        depot.passTime(Duration.ofDays(1));

        assertThat(relay.runOnce()).isZero();
        assertThat(depot.standing(id)).isEqualTo("failed");
        assertThat(depot.error(id)).isEqualTo("no such country");
        assertThat(depot.link(CRM, ANN).status()).isEqualTo(SyncStatus.FAILED);
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        SyncFailed.class, event -> assertThat(event.willRetry()).isFalse());
    }

    @Test
    void a_conflict_waits_for_somebody_to_decide() {
        long id = created(ANN);
        crm.answers(DeliveryResult.conflicted("changed there at noon"));

        relay.runOnce();

        assertThat(depot.standing(id)).isEqualTo("failed");
        assertThat(depot.link(CRM, ANN).status()).isEqualTo(SyncStatus.CONFLICT);
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        SyncConflicted.class,
                        event -> assertThat(event.reason()).isEqualTo("changed there at noon"));
    }

    @Test
    void whatever_a_target_throws_is_a_deferral_with_its_message() {
        long id = created(ANN);
        crm.does(delivery -> {
            throw new NoClassDefFoundError("org/crm/Client\u0000\u0007 \ud800");
        });

        relay.runOnce();

        assertThat(depot.standing(id)).isEqualTo("pending");
        assertThat(depot.error(id)).isEqualTo("NoClassDefFoundError: org/crm/Client   ?");
    }

    @Test
    void a_stack_that_overflows_is_a_deferral() {
        long id = created(ANN);
        crm.does(this::forEver);

        relay.runOnce();

        assertThat(depot.error(id)).startsWith("StackOverflowError");
    }

    private DeliveryResult forEver(io.synctracker.target.Delivery delivery) {
        return forEver(delivery);
    }

    @Test
    void no_result_is_a_deferral() {
        long id = created(ANN);
        crm.answers(null);

        relay.runOnce();

        assertThat(depot.error(id)).isEqualTo("The target gave no result for this delivery");
    }

    @Test
    void a_reason_of_any_length_is_cut_to_what_is_stored() {
        long id = created(ANN);
        crm.answers(DeliveryResult.rejected("ä😀".repeat(100_000)));

        relay.runOnce();

        assertThat(depot.error(id)).startsWith("ä😀ä😀").hasSizeBetween(3990, 4000);
    }

    @Test
    void an_external_id_that_does_not_fit_fails_the_entry_and_no_other() {
        long bad = created(ANN);
        long good = created(BEN);
        crm.does(delivery -> DeliveryResult.accepted(delivery.entity().equals(ANN) ? "x".repeat(300) : "B-1"));

        relay.runOnce();

        assertThat(depot.standing(bad)).isEqualTo("failed");
        assertThat(depot.error(bad)).contains("external id").contains("300");
        assertThat(depot.standing(good)).isEqualTo("completed accepted");
    }

    @Test
    void metadata_that_cannot_be_written_fails_the_entry_and_no_other() {
        long bad = created(ANN);
        long good = created(BEN);
        List<Object> self = new ArrayList<>();
        self.add(self);
        crm.does(delivery ->
                DeliveryResult.accepted(null, delivery.entity().equals(ANN) ? Map.of("self", self) : Map.of()));

        relay.runOnce();

        assertThat(depot.standing(bad)).isEqualTo("failed");
        assertThat(depot.error(bad)).contains("metadata");
        assertThat(depot.link(CRM, ANN).status()).isEqualTo(SyncStatus.FAILED);
        assertThat(depot.standing(good)).isEqualTo("completed accepted");
    }

    @Test
    void metadata_that_throws_fails_the_entry() {
        long id = created(ANN);
        Map<String, Object> hostile = new HashMap<>();
        hostile.put("when", new Object() {
            @SuppressWarnings("unused")
            public String getValue() {
                throw new IllegalStateException("not now");
            }
        });
        crm.answers(DeliveryResult.accepted("C-1", hostile));

        relay.runOnce();

        assertThat(depot.standing(id)).isEqualTo("failed");
    }

    @Test
    void metadata_that_no_class_can_write_fails_its_entry_and_no_other() {
        long poisoned = created(ANN);
        long sound = created(BEN);
        Object broken = new Object() {
            @SuppressWarnings("unused") // JSON is made of it
            public String getName() {
                throw new NoClassDefFoundError("org/example/Missing");
            }
        };
        crm.does(delivery ->
                DeliveryResult.accepted(null, delivery.entity().equals(ANN) ? Map.of("broken", broken) : Map.of()));

        relay.runOnce();

        assertThat(depot.standing(poisoned)).isEqualTo("failed");
        assertThat(depot.standing(sound)).isEqualTo("completed accepted");
    }

    @Test
    void an_external_id_of_another_entity_fails_the_entry_and_names_both() {
        created(ANN);
        crm.answers(DeliveryResult.accepted("C-1"));
        relay.runOnce();
        long clash = created(BEN);

        relay.runOnce();

        assertThat(depot.standing(clash)).isEqualTo("failed");
        assertThat(depot.error(clash))
                .contains("customer 1")
                .contains("customer 2")
                .contains("C-1");
        assertThat(depot.link(CRM, BEN).status()).isEqualTo(SyncStatus.FAILED);
    }

    @Test
    void a_listener_that_throws_changes_nothing() {
        long id = created(ANN);
        Relay unlucky = relay(
                SETTINGS,
                RelayHooks.of(event -> {
                    throw new IllegalStateException("listener");
                }),
                crm);

        assertThat(unlucky.runOnce()).isEqualTo(1);

        assertThat(depot.standing(id)).isEqualTo("completed accepted");
    }

    @Test
    void a_delete_is_delivered_with_the_last_state_and_the_external_id() {
        created(ANN);
        crm.answers(DeliveryResult.accepted("C-1"));
        relay.runOnce();
        world.remove(ANN);
        long id = depot.change(CRM, ANN, ChangeType.DELETE, "{\"name\":\"Ann\"}");

        relay.runOnce();

        assertThat(crm.told()).endsWith("delete customer 1");
        assertThat(crm.last().externalId()).contains("C-1");
        assertThat(crm.last().payload()).containsEntry("name", "Ann");
        assertThat(depot.standing(id)).isEqualTo("completed accepted");
    }

    @Test
    void an_answer_that_comes_after_another_relay_took_over_writes_nothing() {
        long id = created(ANN);
        crm.does(delivery -> {
            depot.passTime(Duration.ofMinutes(2));
            Relay other = relay(SETTINGS, new io.synctracker.testing.RecordingTarget(CRM));
            other.runOnce();
            return DeliveryResult.rejected("too late");
        });

        assertThat(relay.runOnce()).isZero();

        assertThat(depot.standing(id)).isEqualTo("completed accepted");
        assertThat(depot.link(CRM, ANN).status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(meters.lost).contains(1);
    }
}
