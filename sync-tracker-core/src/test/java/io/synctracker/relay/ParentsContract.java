package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.target.DeliveryResult;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A system knows an entity before it is told of what refers to it. */
abstract class ParentsContract extends RelayTest {

    private static final EntityRef ORDER = new EntityRef("order", "7");

    ParentsContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeEach
    void track() {
        world.track("order", CRM);
        world.put(ANN, Map.of("name", "Ann"));
        world.put(ORDER, Map.of("customer", World.reference(ANN)));
        crm.does(delivery -> DeliveryResult.accepted(
                "X-" + delivery.entity().type() + delivery.entity().id()));
    }

    private long created(EntityRef entity) {
        return depot.change(CRM, entity, ChangeType.CREATE);
    }

    private void drainWithTime() {
        for (int i = 0; i < 10; i++) {
            relay.runOnce();
            depot.passTime(Duration.ofSeconds(61));
        }
    }

    @Test
    void a_child_in_the_same_batch_goes_after_its_parent_and_knows_its_id() {
        created(ORDER);
        created(ANN);

        assertThat(relay.runOnce()).isEqualTo(2);

        assertThat(crm.told()).containsExactly("create customer 1", "create order 7");
        assertThat(crm.last().payload())
                .containsEntry("customer", Map.of("type", "customer", "id", "1", "externalId", "X-customer1"));
    }

    @Test
    void a_stored_state_is_treated_alike() {
        world.remove(ORDER);
        depot.change(CRM, ORDER, ChangeType.CREATE, "{\"customer\":{\"type\":\"customer\",\"id\":\"1\"}}");
        created(ANN);

        relay.runOnce();

        assertThat(crm.told()).containsExactly("create customer 1", "create order 7");
        assertThat(crm.last().payload())
                .containsEntry("customer", Map.of("type", "customer", "id", "1", "externalId", "X-customer1"));
    }

    @Test
    void a_child_waits_for_a_parent_that_is_not_due() {
        long parent = created(ANN);
        depot.jdbc().update("update sync_logs set next_attempt_at = " + later(), 3_600_000_000L);
        long child = created(ORDER);

        assertThat(relay.runOnce()).isZero();

        assertThat(depot.error(child)).isEqualTo("waiting for customer 1");
        assertThat(depot.attempts(child)).isZero();
        assertThat(depot.dueInMillis(child)).isBetween(0L, 5_000L);
        assertThat(depot.standing(parent)).isEqualTo("pending");
    }

    private String later() {
        return depot.dialect().nowPlusMicros();
    }

    @Test
    void the_longer_a_child_waits_the_rarer_it_is_looked_at() {
        created(ANN);
        depot.jdbc().update("update sync_logs set next_attempt_at = " + later(), 3_600_000_000L);
        long child = created(ORDER);
        depot.age(Duration.ofSeconds(100));

        relay.runOnce();

        assertThat(depot.dueInMillis(child)).isBetween(20_000L, 30_000L);
    }

    @Test
    void a_child_waits_for_a_parent_that_has_failed_until_somebody_decides() {
        crm.answers(DeliveryResult.rejected("no"));
        long parent = created(ANN);
        relay.runOnce();
        crm.answers(DeliveryResult.accepted());
        long child = created(ORDER);
        drainWithTime();
        assertThat(depot.standing(child)).isEqualTo("pending");

        depot.jdbc()
                .update("update sync_logs set sync_status = 'completed', outcome = 'abandoned' where id = ?", parent);
        drainWithTime();

        assertThat(depot.standing(child)).isEqualTo("completed accepted");
    }

    @Test
    void a_parent_that_was_never_recorded_is_asked_for() {
        depot.countUp(ANN, ChangeType.UPDATE);
        long child = created(ORDER);

        relay.runOnce();

        assertThat(enqueued).containsExactly(ANN);
        assertThat(depot.standing(child)).isEqualTo("pending");
    }

    @Test
    void a_parent_that_does_not_exist_is_not_waited_for() {
        world.remove(ANN);
        long child = created(ORDER);

        relay.runOnce();

        assertThat(depot.standing(child)).isEqualTo("completed accepted");
        assertThat(enqueued).isEmpty();
    }

    @Test
    void a_parent_that_the_system_does_not_receive_is_not_waited_for() {
        world.track("customer", "erp");
        created(ORDER);

        relay.runOnce();

        assertThat(crm.told()).containsExactly("create order 7");
    }

    @Test
    void a_parent_that_was_accepted_is_not_waited_for_while_it_changes_again() {
        created(ANN);
        relay.runOnce();
        crm.answers(DeliveryResult.deferred("busy"));
        depot.change(CRM, ANN, ChangeType.UPDATE);
        relay.runOnce();
        crm.answers(DeliveryResult.accepted());
        long child = created(ORDER);

        relay.runOnce();

        assertThat(depot.standing(child)).isEqualTo("completed accepted");
    }

    @Test
    void an_entity_that_refers_to_itself_goes() {
        EntityRef boss = new EntityRef("customer", "9");
        world.put(boss, Map.of("boss", World.reference(boss)));
        created(boss);

        assertThat(relay.runOnce()).isEqualTo(1);
    }

    @Test
    void of_entities_that_refer_to_each_other_the_earliest_goes_first() {
        EntityRef a = new EntityRef("customer", "a");
        EntityRef b = new EntityRef("customer", "b");
        EntityRef c = new EntityRef("customer", "c");
        world.put(a, Map.of("next", World.reference(b)));
        world.put(b, Map.of("next", World.reference(c)));
        world.put(c, Map.of("next", World.reference(a)));
        created(b);
        created(a);
        created(c);

        drainWithTime();

        assertThat(crm.told()).containsExactly("create customer b", "create customer a", "create customer c");
        assertThat(crm.deliveries)
                .extracting(delivery -> (Map<?, ?>) delivery.payload().get("next"))
                .extracting(next -> (Object) next.get("externalId"))
                .containsExactly(null, "X-customerb", "X-customera");
    }

    @Test
    void a_chain_arrives_from_its_top() {
        List<EntityRef> chain = IntStream.range(0, 6)
                .mapToObj(i -> new EntityRef("customer", "k" + i))
                .toList();
        for (int i = 0; i < 6; i++) {
            world.put(chain.get(i), i == 5 ? Map.of() : Map.of("above", World.reference(chain.get(i + 1))));
            created(chain.get(i));
        }

        assertThat(relay.runOnce()).isEqualTo(6);

        assertThat(crm.deliveries)
                .extracting(delivery -> delivery.entity().id())
                .containsExactly("k5", "k4", "k3", "k2", "k1", "k0");
    }

    @Test
    void a_bulk_import_does_not_go_back_and_forth() {
        List<EntityRef> orders = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            EntityRef customer = new EntityRef("customer", "c" + i);
            EntityRef order = new EntityRef("order", "o" + i);
            world.put(customer, Map.of());
            world.put(order, Map.of("customer", World.reference(customer)));
            orders.add(order);
            created(customer);
        }
        orders.forEach(this::created);

        assertThat(relay.runOnce()).isEqualTo(80);
        assertThat(meters.settled).doesNotContain(DeliveryOutcome.RELEASED);
    }

    @Test
    void a_delete_waits_for_nobody() {
        long id = depot.change(CRM, ORDER, ChangeType.DELETE, "{\"customer\":{\"type\":\"customer\",\"id\":\"1\"}}");

        relay.runOnce();

        assertThat(depot.standing(id)).isEqualTo("completed accepted");
    }

    @Test
    void what_refers_to_nothing_costs_no_look() {
        created(ANN);

        relay.runOnce();

        assertThat(world.reads).isEqualTo(1);
    }
}
