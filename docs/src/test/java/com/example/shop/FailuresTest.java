package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.event.EntitySynced;
import io.synctracker.event.SyncFailed;
import io.synctracker.outbox.OutboxEntry;
import io.synctracker.outbox.OutboxFilter;
import io.synctracker.outbox.Requeued;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** The code of docs/how-to/failed-syncs.md, and what docs/reference/events.md says of listeners. */
@Import({FailuresTest.Listeners.class, FailuresTest.Notes.class})
class FailuresTest extends ShopTest {

    @TestConfiguration
    static class Listeners {

        final List<Object> heard = new ArrayList<>();
        final List<Object> heardByTransactionalOnes = new ArrayList<>();

        @EventListener
        void on(SyncFailed event) {
            heard.add(event);
        }

        @TransactionalEventListener
        void transactional(EntitySynced event) {
            heardByTransactionalOnes.add(event);
        }
    }

    static class Notes {

        @Autowired
        CustomerRepository customers;

        @EventListener
        @Transactional
        public void on(EntitySynced event) {
            if (event.state().system().equals("notes")) {
                Customer note = new Customer();
                note.name = "note";
                customers.save(note);
            }
        }
    }

    @Autowired
    Listeners listeners;

    @Autowired
    Failures failures;

    @BeforeEach
    void forget() {
        listeners.heard.clear();
        listeners.heardByTransactionalOnes.clear();
    }

    @Test
    void a_refused_entry_is_told_found_and_requeued() {
        erp.code = "NO UNIT";
        product("p");
        deliver();
        assertThat(listeners.heard).hasSize(1);

        OutboxEntry failed =
                outbox.find(OutboxFilter.ALL.withErrorContaining("no unit")).get(0);
        erp.code = "OK";
        assertThat(outbox.requeue(failed.id())).isEqualTo(new Requeued(1, 0, 0));
        deliver();

        assertThat(outbox.stats().failed()).isZero();
    }

    @Test
    void an_entry_is_given_up_with_a_note() {
        erp.code = "NO UNIT";
        product("p");
        deliver();
        OutboxEntry failed =
                outbox.find(OutboxFilter.ALL.withErrorContaining("NO UNIT")).get(0);

        assertThat(failures.giveUp(failed.id())).isTrue();

        assertThat(outbox.find(failed.id()).orElseThrow().note()).contains("ticket 4711");
    }

    @Test
    void a_paused_system_is_left_alone_until_it_is_resumed() {
        failures.maintenanceBegins();
        customer("Ada");
        deliver();
        assertThat(crm.calls).isZero();

        failures.maintenanceEnds();
        deliver();

        assertThat(crm.calls).isEqualTo(1);
    }

    @Test
    void a_transactional_listener_does_not_hear_events() {
        transactions.executeWithoutResult(status -> syncTracker.markAsSynced(product("p"), "X", "shop"));

        assertThat(listeners.heardByTransactionalOnes).isEmpty();
    }

    @Test
    void a_listener_writes_in_a_transaction_of_its_own() {
        transactions.executeWithoutResult(status -> syncTracker.markAsSynced(product("p"), "X", "notes"));

        assertThat(customers.findAll()).hasSize(1);
    }

    @Test
    void the_newest_failures_are_listed() {
        assertThat(failures.newestFailures()).isEmpty();
        assertThat(failures.tryAgain()).isEqualTo(new Requeued(0, 0, 0));
    }
}
