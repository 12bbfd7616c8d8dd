package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.SyncStatus;
import io.synctracker.store.LogRow;
import io.synctracker.store.TrackedVersion;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.tracking.LinkChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a target is told, and when it need not be told. */
abstract class PayloadContract extends RelayTest {

    PayloadContract(Vendor vendor) {
        super(vendor);
    }

    private void mark(TrackedVersion version) {
        depot.transactions()
                .executeWithoutResult(status -> depot.connected(connection ->
                        depot.links().write(connection, List.of(LinkChange.synced(version, CRM, "C-1", null)))));
    }

    @Test
    void a_delivery_reads_the_entity_as_it_is() {
        world.put(ANN, Map.of("name", "old"));
        depot.change(CRM, ANN, ChangeType.CREATE);
        world.put(ANN, Map.of("name", "new"));

        relay.runOnce();

        assertThat(crm.last().payload()).containsEntry("name", "new");
        assertThat(crm.last().entityAs(Map.class)).isPresent();
        assertThat(crm.last().entityAs(String.class)).isEmpty();
    }

    @Test
    void a_stored_state_is_delivered_as_it_was() {
        world.put(ANN, Map.of("name", "new"));
        depot.change(CRM, ANN, ChangeType.CREATE, "{\"name\":\"old\"}");

        relay.runOnce();

        assertThat(crm.last().payload()).containsEntry("name", "old");
        assertThat(crm.last().entityAs(Map.class)).isEmpty();
        assertThat(world.reads).isZero();
    }

    @Test
    void what_the_system_holds_already_is_not_sent() {
        long id = depot.change(CRM, ANN, ChangeType.CREATE);
        mark(depot.countUp(ANN, ChangeType.UPDATE));

        relay.runOnce();

        assertThat(depot.standing(id)).isEqualTo("completed already");
        assertThat(crm.deliveries).isEmpty();
        assertThat(meters.settled).containsExactly(DeliveryOutcome.SKIPPED);
    }

    @Test
    void a_change_is_sent_also_if_an_earlier_one_has_carried_its_state_where_changes_are_not_folded() {
        world.track("customer", false, Set.of(ChangeType.values()), CRM);
        world.put(ANN, Map.of("name", "newest"));
        depot.change(CRM, ANN, ChangeType.CREATE);
        long second = depot.change(CRM, ANN, ChangeType.UPDATE);

        drain(relay);

        assertThat(crm.told()).containsExactly("create " + ANN, "update " + ANN);
        assertThat(depot.standing(second)).isEqualTo("completed accepted");
    }

    @Test
    void every_stored_state_is_sent_in_order_if_changes_are_not_folded() {
        world.track("customer", false, Set.of(ChangeType.values()), CRM);
        for (int i = 1; i <= 5; i++) {
            depot.change(CRM, ANN, i == 1 ? ChangeType.CREATE : ChangeType.UPDATE, "{\"n\":" + i + "}");
        }

        assertThat(drain(relay)).isEqualTo(5);

        assertThat(crm.deliveries)
                .extracting(delivery -> delivery.payload().get("n"))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(crm.deliveries).extracting(Delivery::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(crm.deliveries).extracting(Delivery::id).doesNotHaveDuplicates();
    }

    @Test
    void a_folded_retry_has_another_key_since_it_says_more() {
        depot.change(CRM, ANN, ChangeType.CREATE, "{\"n\":1}");
        crm.answers(DeliveryResult.deferred("busy"));
        relay.runOnce();
        depot.change(CRM, ANN, ChangeType.UPDATE, "{\"n\":2}");
        depot.passTime(Duration.ofMinutes(1));

        relay.runOnce();

        assertThat(crm.told()).containsExactly("create customer 1", "create customer 1");
        assertThat(crm.deliveries).extracting(Delivery::id).doesNotHaveDuplicates();
        assertThat(meters.folded).containsExactly(1);
    }

    @Test
    void an_entity_that_came_and_went_unseen_is_not_sent() {
        long create = depot.change(CRM, ANN, ChangeType.CREATE);
        depot.change(CRM, ANN, ChangeType.DELETE, "{}");

        relay.runOnce();

        assertThat(crm.deliveries).isEmpty();
        assertThat(depot.standing(create)).isEqualTo("completed dropped");
        assertThat(depot.count("sync_status = 'pending'")).isZero();
    }

    @Test
    void an_entity_that_the_system_knows_is_deleted_there_even_if_its_entries_say_it_came_and_went() {
        world.put(ANN, Map.of());
        long first = depot.change(CRM, ANN, ChangeType.CREATE);
        TrackedVersion version = depot.countUp(ANN, ChangeType.UPDATE);
        mark(version);
        relay.runOnce();
        assertThat(depot.standing(first)).isEqualTo("completed already");
        TrackedVersion touched = depot.countUp(ANN, ChangeType.UPDATE);
        depot.append(new LogRow(touched, CRM, ChangeType.CREATE, null, null, null, null));
        depot.change(CRM, ANN, ChangeType.DELETE, "{}");

        relay.runOnce();

        assertThat(crm.told()).containsExactly("delete customer 1");
        assertThat(crm.last().externalId()).contains("C-1");
    }

    @Test
    void an_entity_that_is_gone_is_left_to_the_entry_that_says_so() {
        world.track("customer", false, Set.of(ChangeType.values()), CRM);
        long update = depot.change(CRM, ANN, ChangeType.UPDATE);
        long delete = depot.change(CRM, ANN, ChangeType.DELETE, "{}");

        drain(relay);

        assertThat(depot.standing(update)).isEqualTo("completed gone");
        assertThat(depot.standing(delete)).isEqualTo("completed accepted");
    }

    @Test
    void an_entity_that_was_deleted_behind_our_back_is_deleted_there() {
        world.put(ANN, Map.of());
        depot.change(CRM, ANN, ChangeType.CREATE);
        crm.answers(DeliveryResult.accepted("C-1"));
        relay.runOnce();
        world.remove(ANN);
        depot.change(CRM, ANN, ChangeType.UPDATE);

        relay.runOnce();

        assertThat(crm.told()).endsWith("delete customer 1");
        assertThat(crm.last().payload()).isEmpty();
        assertThat(crm.last().externalId()).contains("C-1");
    }

    @Test
    void an_entity_that_is_gone_and_was_never_told_of_is_not_sent() {
        long id = depot.change(CRM, ANN, ChangeType.CREATE);

        relay.runOnce();

        assertThat(depot.standing(id)).isEqualTo("completed gone");
        assertThat(crm.deliveries).isEmpty();
    }

    @Test
    void where_deletes_do_not_count_none_is_invented() {
        world.track("customer", true, Set.of(ChangeType.CREATE, ChangeType.UPDATE), CRM);
        world.put(ANN, Map.of());
        depot.change(CRM, ANN, ChangeType.CREATE);
        relay.runOnce();
        world.remove(ANN);
        long id = depot.change(CRM, ANN, ChangeType.UPDATE);

        relay.runOnce();

        assertThat(depot.standing(id)).isEqualTo("completed gone");
        assertThat(crm.deliveries).hasSize(1);
    }

    @Test
    void a_late_delete_of_an_earlier_life_does_not_hit_the_next_one() {
        world.put(ANN, Map.of());
        depot.change(CRM, ANN, ChangeType.CREATE);
        relay.runOnce();
        long delete = depot.change(CRM, ANN, ChangeType.DELETE, "{}");
        depot.jdbc().update("update sync_logs set sync_status = 'failed' where id = ?", delete);
        depot.change(CRM, ANN, ChangeType.CREATE);
        relay.runOnce();
        depot.jdbc().update("update sync_logs set sync_status = 'pending' where id = ?", delete);

        relay.runOnce();

        assertThat(depot.standing(delete)).isEqualTo("completed gone");
        assertThat(crm.told()).containsExactly("create customer 1", "create customer 1");
    }

    @Test
    void a_new_life_comes_after_the_old_one_has_gone() {
        world.put(ANN, Map.of());
        depot.change(CRM, ANN, ChangeType.CREATE);
        relay.runOnce();
        depot.change(CRM, ANN, ChangeType.DELETE, "{}");
        depot.change(CRM, ANN, ChangeType.CREATE);

        drain(relay);

        assertThat(crm.told()).containsExactly("create customer 1", "delete customer 1", "create customer 1");
    }

    @Test
    void a_stored_state_that_cannot_be_read_fails_alone() {
        long bad = depot.change(CRM, ANN, ChangeType.CREATE, "no json");
        long good = depot.change(CRM, BEN, ChangeType.CREATE, "{\"n\":1}");

        relay.runOnce();

        assertThat(depot.standing(bad)).isEqualTo("failed");
        assertThat(depot.error(bad)).startsWith("The stored state cannot be read.");
        assertThat(depot.link(CRM, ANN).status()).isEqualTo(SyncStatus.FAILED);
        assertThat(depot.standing(good)).isEqualTo("completed accepted");
    }

    @Test
    void an_entity_that_cannot_be_read_fails_alone() {
        world.put(BEN, Map.of());
        world.spoil(ANN, "Cannot read customer 1 for delivery (IllegalStateException)");
        long bad = depot.change(CRM, ANN, ChangeType.CREATE);
        long good = depot.change(CRM, BEN, ChangeType.CREATE);

        relay.runOnce();

        assertThat(depot.standing(bad)).isEqualTo("failed");
        assertThat(depot.error(bad)).contains("IllegalStateException");
        assertThat(depot.standing(good)).isEqualTo("completed accepted");
    }

    @Test
    void a_type_that_this_node_does_not_know_is_left_to_another_one() {
        long id = depot.change(CRM, new EntityRef("invoice", "7"), ChangeType.CREATE);

        assertThat(relay.runOnce()).isZero();

        assertThat(depot.standing(id)).isEqualTo("pending");
        assertThat(depot.attempts(id)).isZero();
        assertThat(depot.error(id)).isEqualTo("waiting for a node that tracks invoice");
        assertThat(depot.dueInMillis(id)).isPositive();
    }

    @Test
    void a_target_that_this_node_does_not_know_is_left_to_another_one() {
        long id = depot.change("erp", ANN, ChangeType.CREATE);

        assertThat(relay.runOnce()).isZero();

        assertThat(depot.attempts(id)).isZero();
    }
}
