package io.synctracker.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Zoo;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Collections, children and cascades leave entries where they change an entity. */
abstract class CollectionCaptureContract extends DatabaseTest {

    CollectionCaptureContract(Vendor vendor) {
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
    void a_collection_of_a_versioned_owner_is_a_change_of_the_owner() {
        Zoo.Stamped stamped = new Zoo.Stamped();
        stamped.id = 1L;
        host.save(stamped);
        host.takeLog("crm");

        host.run(em -> em.find(Zoo.Stamped.class, 1L).tags.add("t"));

        assertThat(host.log("crm")).containsExactly("update stamped 1");
    }

    @Test
    void a_collection_of_an_owner_without_version_is_a_change_of_the_owner() {
        host.save(new Zoo.Tagged(1));
        host.takeLog("crm");

        host.run(em -> em.find(Zoo.Tagged.class, 1L).tags.add("t"));

        assertThat(host.log("crm")).containsExactly("update tagged 1");
    }

    @Test
    void a_many_to_many_of_an_owner_without_version_is_a_change_of_the_owner() {
        host.save(new Zoo.Tagged(1));
        host.save(new Zoo.Tagged(2));
        host.takeLog("crm");

        host.run(em -> em.find(Zoo.Tagged.class, 1L).peers.add(em.find(Zoo.Tagged.class, 2L)));

        assertThat(host.log("crm")).containsExactly("update tagged 1");
    }

    @Test
    void a_collection_that_is_replaced_is_a_change_of_the_owner() {
        Zoo.Tagged tagged = new Zoo.Tagged(1);
        tagged.tags.add("a");
        host.save(tagged);
        host.takeLog("crm");

        host.run(em -> em.find(Zoo.Tagged.class, 1L).tags = new HashSet<>(Set.of("b")));

        assertThat(host.log("crm")).containsExactly("update tagged 1");
    }

    @Test
    void a_collection_that_is_set_to_null_is_a_change_of_the_owner() {
        Zoo.Tagged tagged = new Zoo.Tagged(1);
        tagged.tags.add("a");
        host.save(tagged);
        host.takeLog("crm");

        host.run(em -> em.find(Zoo.Tagged.class, 1L).tags = null);

        assertThat(host.log("crm")).containsExactly("update tagged 1");
    }

    @Test
    void a_collection_that_is_ignored_is_no_change() {
        host.save(new Zoo.Tagged(1));
        host.takeLog("crm");

        host.run(em -> em.find(Zoo.Tagged.class, 1L).secrets.add("s"));

        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void an_ignored_attribute_alone_is_no_change() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> em.find(Zoo.Product.class, product.id).internalNote = "psst");

        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void a_child_of_an_inverse_collection_changes_the_child_and_not_the_parent() {
        Zoo.Order order = host.save(new Zoo.Order());
        host.takeLog("crm");

        host.run(em -> em.find(Zoo.Order.class, order.id).add("one"));

        assertThat(host.log("crm")).singleElement().asString().startsWith("create order-line");
    }

    @Test
    void a_cascaded_create_leaves_an_entry_for_the_parent_before_the_child() {
        host.run(em -> {
            Zoo.Order order = new Zoo.Order();
            order.add("one");
            em.persist(order);
        });

        assertThat(host.log("crm")).hasSize(2).first().asString().startsWith("create order ");
    }

    @Test
    void an_orphan_that_is_removed_leaves_a_delete() {
        Zoo.Order order = new Zoo.Order();
        order.add("one");
        host.save(order);
        host.takeLog("crm");

        host.run(em -> em.find(Zoo.Order.class, order.id).lines.clear());

        assertThat(host.log("crm")).singleElement().asString().startsWith("delete order-line");
    }

    @Test
    void a_cascaded_remove_leaves_a_delete_for_each() {
        Zoo.Order order = new Zoo.Order();
        order.add("one");
        host.save(order);
        host.takeLog("crm");

        host.run(em -> em.remove(em.find(Zoo.Order.class, order.id)));

        assertThat(host.log("crm")).hasSize(2).allMatch(line -> line.startsWith("delete"));
    }

    @Test
    void a_cascade_of_the_database_deletes_children_without_an_entry() {
        Zoo.Parent parent = new Zoo.Parent();
        parent.id = 1L;
        host.save(parent);
        Zoo.Kid kid = new Zoo.Kid();
        kid.id = 1L;
        kid.parent = parent;
        host.save(kid);
        host.takeLog("crm");

        host.run(em -> em.remove(em.find(Zoo.Parent.class, 1L)));

        assertThat(host.log("crm")).containsExactly("delete parent 1");
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
