package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.SyncStatus;
import io.synctracker.outbox.EntryOutcome;
import io.synctracker.outbox.OutboxEntry;
import io.synctracker.outbox.OutboxFilter;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;

/** The code of docs/how-to/conflict-handling.md. */
@TestPropertySource(properties = "spring.main.allow-bean-definition-overriding=true")
class ConflictsTest extends ShopTest {

    @TestConfiguration
    static class Careful {

        /** Takes the place of the target that asks nobody. */
        @Bean
        Switch crmTarget() {
            return new Switch();
        }
    }

    static class Switch implements SyncTarget {

        CarefulCrmTarget target;

        @Override
        public String name() {
            return "crm";
        }

        @Override
        public DeliveryResult deliver(Delivery delivery) {
            return target.deliver(delivery);
        }
    }

    @Autowired
    Switch target;

    @Autowired
    CrmChanges changes;

    @Autowired
    ConflictDesk desk;

    private Customer changedOnBothSides(CarefulCrmTarget.Strategy strategy) {
        target.target = new CarefulCrmTarget(crm, changes, syncTracker, strategy);
        Customer customer = customer("Ada");
        deliver();
        crm.edit(idOf(customer), "theirs");
        customer.name = "ours";
        customers.save(customer);
        deliver();
        return customer;
    }

    private String idOf(Customer customer) {
        return syncTracker.externalId(customer, "crm").orElseThrow();
    }

    private SyncStatus status(Customer customer) {
        return syncTracker.state(customer, "crm").orElseThrow().status();
    }

    @Test
    void without_a_change_on_their_side_there_is_no_conflict() {
        target.target = new CarefulCrmTarget(crm, changes, syncTracker, CarefulCrmTarget.Strategy.ASK_A_PERSON);
        Customer customer = customer("Ada");
        deliver();
        customer.name = "ours";
        customers.save(customer);
        deliver();

        assertThat(crm.contacts.get(idOf(customer)).name()).isEqualTo("ours");
        assertThat(status(customer)).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void ours_wins() {
        Customer customer = changedOnBothSides(CarefulCrmTarget.Strategy.OURS_WINS);

        assertThat(crm.contacts.get(idOf(customer)).name()).isEqualTo("ours");
        assertThat(status(customer)).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void theirs_wins() {
        Customer customer = changedOnBothSides(CarefulCrmTarget.Strategy.THEIRS_WINS);

        assertThat(reload(customer).name).isEqualTo("theirs");
        assertThat(crm.contacts.get(idOf(customer)).name()).isEqualTo("theirs");
        assertThat(status(customer)).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void a_person_who_is_asked_keeps_ours() {
        Customer customer = changedOnBothSides(CarefulCrmTarget.Strategy.ASK_A_PERSON);
        assertThat(status(customer)).isEqualTo(SyncStatus.CONFLICT);

        desk.keepOurs(customer, crm.contacts.get(idOf(customer)));
        deliver();

        assertThat(crm.contacts.get(idOf(customer)).name()).isEqualTo("ours");
        assertThat(status(customer)).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void a_person_who_is_asked_keeps_theirs() {
        Customer customer = changedOnBothSides(CarefulCrmTarget.Strategy.ASK_A_PERSON);
        int calls = crm.calls;

        desk.keepTheirs(customer, crm.contacts.get(idOf(customer)));
        deliver();

        assertThat(reload(customer).name).isEqualTo("theirs");
        assertThat(crm.calls).isEqualTo(calls);
        assertThat(status(customer)).isEqualTo(SyncStatus.SYNCED);
        assertThat(outbox.find(OutboxFilter.ALL.withSystem("crm")))
                .first()
                .extracting(OutboxEntry::outcome)
                .isEqualTo(EntryOutcome.ALREADY);
    }
}
