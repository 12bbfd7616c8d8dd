package io.synctracker.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Zoo;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an entry stores of the entity that has changed. */
abstract class PayloadCaptureContract extends DatabaseTest {

    PayloadCaptureContract(Vendor vendor) {
        super(vendor);
    }

    @AfterEach
    void no_transaction_leaves_its_buffer_behind() {
        assertThat(host.capture().openBuffers()).isZero();
    }

    private Zoo.Product product(String name) {
        return host.save(new Zoo.Product(name));
    }

    private static Session session(EntityManager entityManager) {
        return entityManager.unwrap(Session.class);
    }

    @Test
    void a_hand_written_soft_delete_is_a_delete() {
        Zoo.Flagged flagged = new Zoo.Flagged();
        flagged.id = 1L;
        host.save(flagged);

        host.run(em -> em.remove(em.find(Zoo.Flagged.class, 1L)));

        assertThat(host.log("crm")).containsExactly("create flagged 1", "delete flagged 1");
    }

    @Test
    void a_latest_entry_stores_no_state() {
        product("a");

        assertThat(data("product")).containsOnlyNulls();
    }

    @Test
    void a_latest_entry_stores_no_state_of_a_row_that_was_removed_and_made_again() {
        Zoo.Named named = new Zoo.Named("x");
        named.name = "old";
        host.save(named);
        host.takeLog("crm");

        host.run(em -> {
            em.remove(em.find(Zoo.Named.class, "x"));
            em.flush();
            em.persist(new Zoo.Named("x"));
        });

        assertThat(data("named")).containsOnlyNulls();
    }

    @Test
    void a_snapshot_stores_the_state_that_was_committed_with_sensitive_values_encrypted() {
        Zoo.Snap snap = new Zoo.Snap();
        snap.id = 1L;
        snap.name = "before";
        snap.secret = "hush";
        snap.tags.add("t");
        host.run(em -> {
            em.persist(snap);
            em.flush();
            snap.name = "after";
        });

        assertThat(data("snap"))
                .allSatisfy(json -> assertThat(json)
                        .contains("\"name\":\"after\"", "\"tags\":[\"t\"]", "$sensitive")
                        .doesNotContain("hush"));
    }

    @Test
    void a_delete_stores_the_last_state() {
        Zoo.Product product = product("last");
        host.takeLog("crm");

        host.run(em -> em.remove(em.find(Zoo.Product.class, product.id)));

        assertThat(data("product"))
                .allSatisfy(json -> assertThat(json)
                        .contains("\"id\":" + product.id, "\"name\":\"last\"")
                        .doesNotContain("internalNote"));
    }

    @Test
    void a_state_that_cannot_be_written_fails_its_entry_and_not_the_transaction() {
        Zoo.Bad bad = new Zoo.Bad();
        bad.id = 1L;
        host.save(bad);

        assertThat(host.jdbc().queryForList("select sync_status from sync_logs", String.class))
                .containsOnly("failed");
        assertThat(host.jdbc().queryForList("select error_message from sync_logs", String.class))
                .allSatisfy(
                        error -> assertThat(error).contains("bad 1", "requeue").doesNotContain("secret tension"));
    }

    @Test
    void a_reference_is_stored_by_type_and_id_without_loading_it() {
        Zoo.Customer customer = host.save(new Zoo.Customer("c"));
        Zoo.Order order = new Zoo.Order();
        order.customer = customer;
        host.save(order);

        host.run(em -> {
            Zoo.Order found = em.find(Zoo.Order.class, order.id);
            em.remove(found);
            em.flush();
            assertThat(Hibernate.isInitialized(found.customer)).isFalse();
        });

        assertThat(host.jdbc().queryForList("select data from sync_logs where action = 'delete'", String.class))
                .allSatisfy(json -> assertThat(json)
                        .contains("\"customer\":{\"type\":\"customer\",\"id\":\"" + customer.id + "\"}"));
    }

    private List<String> data(String model) {
        return host.jdbc().queryForList("select data from sync_logs where model_name = ?", String.class, model);
    }

    private void stateless(java.util.function.Consumer<StatelessSession> work) {
        try (StatelessSession session = host.sessions().openStatelessSession()) {
            session.beginTransaction();
            work.accept(session);
            session.getTransaction().commit();
        }
    }
}
