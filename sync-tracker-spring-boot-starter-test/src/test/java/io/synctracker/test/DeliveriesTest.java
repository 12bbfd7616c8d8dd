package io.synctracker.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.target.Delivery;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    @Test
    void a_delivery_says_what_it_was_told() {
        Delivery delivery = Deliveries.updated("product", 42)
                .with("name", "Tea")
                .with("weight", null)
                .externalId("A-1")
                .attempt(2)
                .sequence(7)
                .to("crm");
        assertThat(delivery.entity()).isEqualTo(new EntityRef("product", "42"));
        assertThat(delivery.action()).isEqualTo(ChangeType.UPDATE);
        assertThat(delivery.payload()).containsEntry("name", "Tea").containsEntry("weight", null);
        assertThat(delivery.externalId()).contains("A-1");
        assertThat(delivery.attempt()).isEqualTo(2);
        assertThat(delivery.sequence()).isEqualTo(7);
        assertThat(delivery.system()).isEqualTo("crm");
    }

    @Test
    void a_delivery_that_was_told_nothing_is_a_first_attempt_at_something_unknown_there() {
        Delivery delivery = Deliveries.created("product", 42).to("crm");
        assertThat(delivery.attempt()).isEqualTo(1);
        assertThat(delivery.externalId()).isEmpty();
        assertThat(delivery.payload()).isEmpty();
        assertThat(delivery.entityAs(Object.class)).isEmpty();
    }

    @Test
    void a_retry_has_the_id_of_the_first_attempt() {
        Deliveries change = Deliveries.deleted("product", 42).sequence(7);
        assertThat(change.attempt(2).to("crm").id())
                .isEqualTo(change.to("crm").id())
                .isNotEqualTo(change.sequence(8).to("crm").id());
    }

    @Test
    void the_entity_is_there_for_who_asks_for_its_type() {
        Delivery delivery = Deliveries.created("text", 1).entity("an entity").to("crm");
        assertThat(delivery.entityAs(String.class)).contains("an entity");
        assertThat(delivery.entityAs(Integer.class)).isEmpty();
    }
}
