package io.synctracker.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Keys;
import io.synctracker.testing.Zoo;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every way in which Hibernate writes an entity leaves one entry per target, in the transaction that wrote it. */
abstract class CaptureContract extends DatabaseTest {

    CaptureContract(Vendor vendor) {
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
    void a_create_leaves_one_entry_for_each_target() {
        Zoo.Product product = product("a");

        assertThat(host.log("crm")).containsExactly("create product " + product.id);
        assertThat(host.log("erp")).containsExactly("create product " + product.id);
    }

    @Test
    void an_entity_that_is_changed_before_it_is_flushed_is_one_create() {
        host.run(em -> {
            Zoo.Product product = new Zoo.Product("n0");
            em.persist(product);
            product.name = "n1";
        });

        assertThat(host.log("crm")).singleElement().asString().startsWith("create");
    }

    @Test
    void an_entity_that_is_changed_after_a_flush_is_one_create() {
        host.run(em -> {
            Zoo.Product product = new Zoo.Product("n0");
            em.persist(product);
            em.flush();
            product.name = "n1";
        });

        assertThat(host.log("crm")).singleElement().asString().startsWith("create");
    }

    @Test
    void an_entity_that_is_created_and_removed_in_one_transaction_leaves_nothing() {
        host.run(em -> {
            Zoo.Product product = new Zoo.Product("n0");
            em.persist(product);
            em.flush();
            em.remove(product);
        });

        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void an_update_and_a_delete_are_one_delete() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> {
            Zoo.Product found = em.find(Zoo.Product.class, product.id);
            found.name = "b";
            em.flush();
            em.remove(found);
        });

        assertThat(host.log("crm")).containsExactly("delete product " + product.id);
    }

    @Test
    void a_delete_and_a_create_of_the_same_id_are_one_update() {
        host.save(new Zoo.Named("x"));
        host.takeLog("crm");

        host.run(em -> {
            em.remove(em.find(Zoo.Named.class, "x"));
            em.flush();
            em.persist(new Zoo.Named("x"));
        });

        assertThat(host.log("crm")).containsExactly("update named x");
    }

    @Test
    void setting_the_same_value_leaves_nothing() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> em.find(Zoo.Product.class, product.id).name = "a");

        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void two_flushed_updates_are_one() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> {
            Zoo.Product found = em.find(Zoo.Product.class, product.id);
            found.name = "b";
            em.flush();
            found.name = "a";
        });

        assertThat(host.log("crm")).containsExactly("update product " + product.id);
    }

    @Test
    void an_identity_entity_that_is_changed_after_persist_is_one_create() {
        host.run(em -> {
            Zoo.Numbered numbered = new Zoo.Numbered();
            em.persist(numbered);
            numbered.name = "2";
        });

        assertThat(host.log("crm")).singleElement().asString().startsWith("create numbered");
    }

    @Test
    void an_embedded_id_is_canonical_json() {
        host.save(new Keys.Keyed("eu", 7));

        assertThat(host.log("crm")).containsExactly("create keyed {\"nr\":7,\"zone\":\"eu\"}");
    }

    @Test
    void an_id_class_is_canonical_json() {
        Keys.ClassKeyed keyed = new Keys.ClassKeyed();
        keyed.a = 3L;
        keyed.b = "\"quoted\"";
        host.save(keyed);

        assertThat(host.log("crm")).containsExactly("create class-keyed {\"a\":3,\"b\":\"\\\"quoted\\\"\"}");
    }

    @Test
    void a_uuid_is_its_own_text() {
        Zoo.Uuided entity = host.save(new Zoo.Uuided());

        assertThat(host.log("crm")).containsExactly("create uuided " + entity.id);
    }

    @Test
    void a_joined_subclass_goes_by_the_name_of_its_root() {
        Zoo.Dog dog = new Zoo.Dog();
        dog.id = 1L;
        host.save(dog);

        host.run(em -> em.find(Zoo.Animal.class, 1L).name = "Rex");

        assertThat(host.log("crm")).containsExactly("create animal 1", "update animal 1");
    }

    @Test
    void a_single_table_subclass_goes_by_the_name_of_its_root() {
        Zoo.Car car = new Zoo.Car();
        car.id = 1L;
        host.save(car);

        host.run(em -> em.find(Zoo.Car.class, 1L).plate = "B-1");

        assertThat(host.log("crm")).containsExactly("create vehicle 1", "update vehicle 1");
    }

    @Test
    void a_changed_detached_entity_that_is_merged_is_an_update() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        product.name = "merged";
        host.run(em -> em.merge(product));

        assertThat(host.log("crm")).containsExactly("update product " + product.id);
    }

    @Test
    void an_unchanged_detached_entity_that_is_merged_leaves_nothing() {
        Zoo.Product product = product("a");
        product.price = null;
        host.takeLog("crm");

        host.run(em -> em.merge(product));

        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void removing_a_reference_that_was_never_loaded_leaves_a_delete() {
        Zoo.Numbered numbered = host.save(new Zoo.Numbered());
        host.takeLog("crm");

        host.run(em -> em.remove(em.getReference(Zoo.Numbered.class, numbered.id)));

        assertThat(host.log("crm")).containsExactly("delete numbered " + numbered.id);
    }

    @Test
    void a_hibernate_soft_delete_is_a_delete() {
        Zoo.Soft soft = new Zoo.Soft();
        soft.id = 1L;
        host.save(soft);

        host.run(em -> em.remove(em.find(Zoo.Soft.class, 1L)));

        assertThat(host.log("crm")).containsExactly("create soft 1", "delete soft 1");
    }

    @Test
    void a_forced_version_alone_is_no_change() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> em.lock(em.find(Zoo.Product.class, product.id), LockModeType.OPTIMISTIC_FORCE_INCREMENT));

        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void an_entity_that_is_not_tracked_leaves_nothing() {
        Zoo.Plain plain = new Zoo.Plain();
        plain.id = 1L;
        host.save(plain);

        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void only_the_targets_that_the_entity_names_get_an_entry() {
        host.save(new Zoo.Audit());

        assertThat(host.log("crm")).isEmpty();
        assertThat(host.log("erp")).hasSize(1);
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
