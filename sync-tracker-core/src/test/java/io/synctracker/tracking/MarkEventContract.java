package io.synctracker.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncState;
import io.synctracker.event.EntitySynced;
import io.synctracker.event.SyncFailed;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Zoo;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Marks in batches, what is told of them, and changes that come from a system. */
abstract class MarkEventContract extends DatabaseTest {

    MarkEventContract(Vendor vendor) {
        super(vendor);
    }

    private SyncTracker tracker() {
        return host.tracker();
    }

    private Zoo.Product product(String name) {
        return host.save(new Zoo.Product(name));
    }

    @Test
    void each_mark_publishes_one_event_after_the_commit() {
        Zoo.Product product = product("a");

        host.run(em -> {
            tracker().markAsSynced(product, "X", "crm");
            tracker().markAsSynced(product, "erp");
            tracker().markAsFailed(product, "shop", new IllegalStateException("no"));
            assertThat(host.events).isEmpty();
        });

        assertThat(host.events).hasExactlyElementsOfTypes(EntitySynced.class, EntitySynced.class, SyncFailed.class);
    }

    @Test
    void a_rolled_back_mark_publishes_nothing() {
        Zoo.Product product = product("a");

        assertThatThrownBy(() -> host.run(em -> {
                    tracker().markAsSynced(product, "X", "crm");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(host.events).isEmpty();
        assertThat(tracker().state(product, "crm")).isEmpty();
    }

    @Test
    void what_a_listener_writes_is_committed_in_a_transaction_of_its_own() {
        StateEvents events = new StateEvents(
                event -> host.save(new Zoo.Named("heard")),
                Objects.requireNonNull(host.transactions().getTransactionManager()));

        host.run(em -> events.afterCommit("said"));

        assertThat(host.jdbc().queryForObject("select count(*) from Named where id = 'heard'", Long.class))
                .isOne();
    }

    @Test
    void a_batch_of_marks_reports_its_progress_and_publishes_one_event_each() {
        List<Zoo.Product> products = List.of(product("a"), product("b"), product("c"));
        List<String> progress = new java.util.ArrayList<>();

        List<SyncState> states = tracker()
                .markAllAsSynced(
                        products, each -> "P-" + each.name, "crm", (done, total) -> progress.add(done + "/" + total));

        assertThat(states).extracting(SyncState::externalId).containsExactly("P-a", "P-b", "P-c");
        assertThat(progress).containsExactly("3/3");
        assertThat(host.events).hasSize(3);
    }

    @Test
    void changes_from_a_system_are_not_sent_back_to_it() {
        Zoo.Product product = product("a");
        tracker().markAsSynced(product, "X", "crm");
        host.takeLog("crm");

        tracker().applyingFrom("crm", () -> host.run(em -> em.find(Zoo.Product.class, product.id).name = "b"));

        assertThat(host.log("crm")).isEmpty();
        assertThat(host.log("erp")).containsExactly("update product " + product.id);
        assertThat(tracker().isSynced(product, "crm")).isTrue();
    }

    @Test
    void a_change_outside_of_the_scope_is_sent_to_the_system_too() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> {
            Zoo.Product found = em.find(Zoo.Product.class, product.id);
            found.name = "mine";
            tracker().applyingFrom("crm", () -> found.price = java.math.BigDecimal.ONE);
        });

        assertThat(host.log("crm")).containsExactly("update product " + product.id);
    }

    @Test
    void a_scope_that_throws_leaks_into_nothing() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> {
            Zoo.Product found = em.find(Zoo.Product.class, product.id);
            assertThatThrownBy(() -> tracker().applyingFrom("crm", (Runnable) () -> {
                        throw new IllegalArgumentException("bad webhook");
                    }))
                    .hasMessage("bad webhook");
            found.name = "mine";
        });

        assertThat(host.log("crm")).containsExactly("update product " + product.id);
    }

    @Test
    void the_next_transaction_of_the_thread_is_not_concerned_by_a_scope() {
        Zoo.Product product = product("a");
        tracker().applyingFrom("crm", () -> host.run(em -> em.find(Zoo.Product.class, product.id).name = "b"));
        host.takeLog("crm");

        host.run(em -> em.find(Zoo.Product.class, product.id).name = "c");

        assertThat(host.log("crm")).containsExactly("update product " + product.id);
    }
}
