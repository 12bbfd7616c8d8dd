package io.synctracker.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.SyncState;
import io.synctracker.SyncStatus;
import io.synctracker.event.EntitySynced;
import io.synctracker.relay.Relay;
import io.synctracker.relay.RelaySettings;
import io.synctracker.target.DeliveryResult;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.RecordingTarget;
import io.synctracker.testing.Zoo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change of an entity reaches its targets, and the tracker knows. */
abstract class EndToEndContract extends DatabaseTest {

    private final RecordingTarget crm = new RecordingTarget("crm");
    private final RecordingTarget erp = new RecordingTarget("erp");
    private Relay relay;

    EndToEndContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeEach
    void connect() {
        crm.deliveries.clear();
        erp.deliveries.clear();
        crm.does(
                delivery -> DeliveryResult.accepted("C-" + delivery.entity().id(), Map.of("seen", delivery.attempt())));
        erp.answers(DeliveryResult.accepted());
        relay = host.relay(RelaySettings.DEFAULT, crm, erp);
    }

    @AfterEach
    void disconnect() {
        relay.close();
    }

    private void drain() {
        while (relay.runOnce() > 0) {
            assertThat(crm.deliveries.size()).isLessThan(10_000);
        }
    }

    @Test
    void a_created_entity_is_delivered_and_known_by_its_external_id() {
        Zoo.Product product = host.save(new Zoo.Product("a"));

        drain();

        assertThat(crm.told()).containsExactly("create product " + product.id);
        assertThat(crm.last().payload()).containsEntry("name", "a").doesNotContainKey("internalNote");
        assertThat(crm.last().entityAs(Zoo.Product.class).map(found -> found.name))
                .contains("a");
        assertThat(host.tracker().isSynced(product)).isTrue();
        assertThat(host.tracker().findByExternalId("C-" + product.id, "crm", Zoo.Product.class))
                .isPresent();
        assertThat(host.tracker().state(product, "crm").orElseThrow().metadata())
                .containsEntry("seen", 1);
        assertThat(host.events).hasSize(2).hasOnlyElementsOfType(EntitySynced.class);
    }

    @Test
    void a_change_carries_the_external_id_that_the_create_got() {
        Zoo.Product product = host.save(new Zoo.Product("a"));
        drain();
        host.run(em -> em.find(Zoo.Product.class, product.id).name = "b");

        drain();

        assertThat(crm.told()).last().isEqualTo("update product " + product.id);
        assertThat(crm.last().externalId()).contains("C-" + product.id);
        assertThat(crm.last().payload()).containsEntry("name", "b");
    }

    @Test
    void a_delete_carries_the_last_state_and_the_external_id() {
        Zoo.Product product = host.save(new Zoo.Product("last"));
        drain();
        host.run(em -> em.remove(em.find(Zoo.Product.class, product.id)));

        drain();

        assertThat(crm.told()).last().isEqualTo("delete product " + product.id);
        assertThat(crm.last().externalId()).contains("C-" + product.id);
        assertThat(crm.last().payload()).containsEntry("name", "last");
        assertThat(host.tracker()
                        .findTombstone("C-" + product.id, "crm", Zoo.Product.class)
                        .map(SyncState::status))
                .contains(SyncStatus.SYNCED);
    }

    @Test
    void a_thousand_changes_while_nobody_listens_are_one_delivery() {
        Zoo.Product product = host.save(new Zoo.Product("a"));
        for (int i = 0; i < 100; i++) {
            String name = "n" + i;
            host.run(em -> em.find(Zoo.Product.class, product.id).name = name);
        }

        drain();

        assertThat(crm.told()).containsExactly("create product " + product.id);
        assertThat(crm.last().payload()).containsEntry("name", "n99");
        assertThat(host.tracker().isSynced(product, "crm")).isTrue();
    }

    @Test
    void an_audit_that_is_not_folded_is_delivered_change_by_change() {
        Zoo.Audit audit = host.save(new Zoo.Audit());
        host.run(em -> em.find(Zoo.Audit.class, audit.id).text = "1");
        host.run(em -> em.find(Zoo.Audit.class, audit.id).text = "2");

        drain();

        assertThat(erp.told())
                .containsExactly("create audit " + audit.id, "update audit " + audit.id, "update audit " + audit.id);
    }

    @Test
    void a_parent_arrives_before_its_child_and_the_child_carries_its_external_id() {
        Zoo.Customer customer = host.save(new Zoo.Customer("c"));
        Zoo.Order order = new Zoo.Order();
        order.customer = customer;
        host.save(order);

        drain();

        assertThat(crm.told()).containsExactly("create customer " + customer.id, "create order " + order.id);
        assertThat(crm.last().payload())
                .containsEntry(
                        "customer",
                        Map.of("type", "customer", "id", "" + customer.id, "externalId", "C-" + customer.id));
    }

    @Test
    void a_parent_from_before_the_library_is_delivered_before_its_child() {
        Zoo.Customer customer = host.save(new Zoo.Customer("old"));
        for (String table : List.of("sync_logs", "sync_links", "sync_tracked_entities")) {
            host.jdbc().update("delete from " + table);
        }
        Zoo.Order order = new Zoo.Order();
        order.customer = customer;
        host.save(order);

        drain();
        host.jdbc().update("update sync_logs set next_attempt_at = created_at where sync_status = 'pending'");
        drain();

        assertThat(crm.told()).containsExactly("create customer " + customer.id, "create order " + order.id);
    }

    @Test
    void a_parent_that_was_noted_as_failed_and_has_no_entry_is_delivered_before_its_child() {
        Zoo.Customer customer = host.save(new Zoo.Customer("noted"));
        host.jdbc().update("delete from sync_logs");
        host.tracker().markAsFailed(customer, "crm", "by hand", Map.of());
        Zoo.Order order = new Zoo.Order();
        order.customer = customer;
        host.save(order);

        drain();
        host.jdbc().update("update sync_logs set next_attempt_at = created_at where sync_status = 'pending'");
        drain();

        assertThat(crm.told()).containsExactly("create customer " + customer.id, "create order " + order.id);
    }

    @Test
    void a_tree_that_refers_to_itself_is_delivered_from_the_root() {
        Zoo.Node root = new Zoo.Node();
        root.id = 2L;
        Zoo.Node leaf = new Zoo.Node();
        leaf.id = 1L;
        leaf.parent = root;
        host.run(em -> {
            em.persist(root);
            em.persist(leaf);
        });

        drain();

        assertThat(crm.told()).containsExactly("create node 2", "create node 1");
    }

    @Test
    void a_sensitive_attribute_reaches_the_target_in_clear() {
        Zoo.Customer customer = new Zoo.Customer("c");
        customer.email = "c@example.org";
        host.save(customer);
        drain();
        assertThat(crm.last().payload()).containsEntry("email", "c@example.org");

        host.run(em -> em.remove(em.find(Zoo.Customer.class, customer.id)));
        drain();

        assertThat(crm.last().payload()).containsEntry("email", "c@example.org");
        assertThat(host.jdbc().queryForList("select data from sync_logs where data is not null", String.class))
                .isNotEmpty()
                .allSatisfy(data -> assertThat(data).doesNotContain("c@example.org"));
    }

    @Test
    void a_database_that_counts_from_one_again_gives_its_deliveries_other_keys() {
        host.save(new Zoo.Named("n"));
        drain();
        String key = crm.last().id();
        long first = host.jdbc().queryForObject("select min(id) from sync_logs", Long.class);

        host.clear();
        host.save(new Zoo.Named("n"));
        host.jdbc().update("update sync_logs set id = ? where system_name = 'crm'", first);
        drain();

        assertThat(crm.deliveries).hasSize(2);
        assertThat(crm.last().id()).isNotEqualTo(key);
    }

    @Test
    void a_sensitive_value_that_a_target_quotes_is_masked_where_people_read() {
        Zoo.Customer customer = new Zoo.Customer("Carl");
        customer.email = "c@example.org";
        host.save(customer);
        crm.answers(DeliveryResult.rejected("c@example.org of Carl is taken"));

        drain();

        assertThat(host.tracker().state(customer, "crm").orElseThrow().lastError())
                .isEqualTo("*** of Carl is taken");
        assertThat(host.jdbc()
                        .queryForList("select error_message from sync_logs where sync_status = 'failed'", String.class))
                .containsExactly("*** of Carl is taken");
    }

    @Test
    void a_row_that_vanished_behind_our_back_is_delivered_as_deleted() {
        Zoo.Product product = host.save(new Zoo.Product("a"));
        drain();
        host.run(em -> em.find(Zoo.Product.class, product.id).name = "b");
        host.jdbc().update("delete from products");

        drain();

        assertThat(crm.told()).last().isEqualTo("delete product " + product.id);
    }

    @Test
    void a_failed_snapshot_is_delivered_from_the_row_once_it_is_requeued() {
        Zoo.Snap snap = new Zoo.Snap();
        snap.id = 1L;
        snap.name = "x";
        host.save(snap);

        drain();

        assertThat(crm.told()).containsExactly("create snap 1");
        assertThat(crm.last().payload()).containsEntry("name", "x");
    }

    @Test
    void a_target_that_fails_leaves_the_entity_pending_with_its_reason() {
        Zoo.Product product = host.save(new Zoo.Product("a"));
        crm.does(delivery -> {
            throw new java.io.IOException("connection refused");
        });

        relay.runOnce();

        SyncState state = host.tracker().state(product, "crm").orElseThrow();
        assertThat(state.status()).isEqualTo(SyncStatus.PENDING);
        assertThat(state.retryCount()).isEqualTo(1);
        assertThat(state.lastError()).contains("connection refused");
        assertThat(host.tracker().isSynced(product, "erp")).isTrue();
    }

    @Test
    void a_refusal_is_final_and_an_edit_after_it_is_delivered_anew() {
        Zoo.Product product = host.save(new Zoo.Product("bad"));
        crm.answers(DeliveryResult.rejected("bad name"));
        drain();
        assertThat(host.tracker().state(product, "crm").map(SyncState::status)).contains(SyncStatus.FAILED);

        crm.answers(DeliveryResult.accepted("C"));
        host.run(em -> em.find(Zoo.Product.class, product.id).name = "good");
        drain();

        assertThat(host.tracker().isSynced(product, "crm")).isTrue();
    }

    @Test
    void a_background_relay_delivers_while_entities_are_written() {
        relay.start();
        for (int i = 0; i < 50; i++) {
            host.save(new Zoo.Product("p" + i));
        }
        relay.wake("crm");

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(java.time.Duration.ofSeconds(20), () -> {
            while (crm.deliveries.size() < 50) {
                Thread.onSpinWait();
            }
        });
        assertThat(crm.told()).doesNotHaveDuplicates();
    }
}
