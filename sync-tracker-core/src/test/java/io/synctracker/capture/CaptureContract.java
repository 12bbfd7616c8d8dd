package io.synctracker.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Zoo;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.FlushMode;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.NestedTransactionNotSupportedException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

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
    void a_rolled_back_transaction_leaves_nothing() {
        assertThatThrownBy(() -> host.run(em -> {
                    em.persist(new Zoo.Product("a"));
                    em.flush();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(host.log("crm")).isEmpty();
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
        host.save(new Zoo.Keyed("eu", 7));

        assertThat(host.log("crm")).containsExactly("create keyed {\"nr\":7,\"zone\":\"eu\"}");
    }

    @Test
    void an_id_class_is_canonical_json() {
        Zoo.ClassKeyed keyed = new Zoo.ClassKeyed();
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
    void a_hand_written_soft_delete_is_a_delete() {
        Zoo.Flagged flagged = new Zoo.Flagged();
        flagged.id = 1L;
        host.save(flagged);

        host.run(em -> em.remove(em.find(Zoo.Flagged.class, 1L)));

        assertThat(host.log("crm")).containsExactly("create flagged 1", "delete flagged 1");
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

    @Test
    void a_stateless_insert_and_update_are_one_create() {
        stateless(session -> {
            Zoo.Tagged tagged = new Zoo.Tagged(1);
            session.insert(tagged);
            tagged.name = "b";
            session.update(tagged);
        });

        assertThat(host.log("crm")).containsExactly("create tagged 1");
    }

    @Test
    void a_stateless_update_is_an_update() {
        host.save(new Zoo.Tagged(1));
        host.takeLog("crm");

        stateless(session -> {
            Zoo.Tagged tagged = new Zoo.Tagged(1);
            tagged.name = "b";
            session.update(tagged);
        });

        assertThat(host.log("crm")).containsExactly("update tagged 1");
    }

    @Test
    void a_stateless_delete_is_a_delete() {
        host.save(new Zoo.Tagged(1));
        host.takeLog("crm");

        stateless(session -> session.delete(new Zoo.Tagged(1)));

        assertThat(host.log("crm")).containsExactly("delete tagged 1");
    }

    @Test
    void a_stateless_upsert_is_an_update() {
        stateless(session -> session.upsert(new Zoo.Named("u")));

        assertThat(host.log("crm")).containsExactly("update named u");
    }

    @Test
    void a_stateless_write_outside_of_a_transaction_is_refused() {
        try (StatelessSession session = host.sessions().openStatelessSession()) {
            assertThatThrownBy(() -> session.insert(new Zoo.Named("x")))
                    .isInstanceOf(CaptureFailedException.class)
                    .hasMessageContaining("Begin a transaction");
        }
    }

    @Test
    void a_session_that_is_used_again_after_a_rollback_records_the_second_transaction_alone() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        try (Session session = host.sessions().openSession()) {
            session.beginTransaction();
            session.find(Zoo.Product.class, product.id).name = "rolled back";
            session.flush();
            session.getTransaction().rollback();
            session.clear();
            session.beginTransaction();
            session.persist(new Zoo.Named("second"));
            session.getTransaction().commit();
        }

        assertThat(host.log("crm")).containsExactly("create named second");
    }

    @Test
    void a_session_that_is_used_again_after_a_rollback_and_changes_nothing_records_nothing() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        try (Session session = host.sessions().openSession()) {
            session.beginTransaction();
            session.find(Zoo.Product.class, product.id).name = "rolled back";
            session.flush();
            session.getTransaction().rollback();
            session.clear();
            session.beginTransaction();
            session.getTransaction().commit();
        }

        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void what_another_callback_flushes_before_the_commit_is_recorded_too() {
        host.run(em -> {
            em.persist(new Zoo.Named("first"));
            em.flush();
            em.unwrap(SharedSessionContractImplementor.class)
                    .getTransactionCompletionCallbacks()
                    .registerCallback((BeforeCompletionCallback) session -> {
                        ((Session) session).persist(new Zoo.Named("late"));
                        ((Session) session).flush();
                    });
        });

        assertThat(host.log("crm")).containsExactly("create named first", "create named late");
    }

    @Test
    void changes_that_are_flushed_by_hand_are_recorded_and_others_are_not() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> {
            session(em).setHibernateFlushMode(FlushMode.MANUAL);
            em.find(Zoo.Product.class, product.id).name = "lost";
        });

        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void a_forced_version_alone_is_no_change() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> em.lock(em.find(Zoo.Product.class, product.id), LockModeType.OPTIMISTIC_FORCE_INCREMENT));

        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void a_bulk_statement_leaves_nothing_until_it_is_touched() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> {
            em.createQuery("update Product set name = 'bulk'").executeUpdate();
            host.tracker().touch(Zoo.Product.class, List.of(product.id));
        });

        assertThat(host.log("crm")).containsExactly("update product " + product.id);
    }

    @Test
    void nested_transactions_are_refused_loudly() {
        TransactionTemplate nested = new TransactionTemplate(
                java.util.Objects.requireNonNull(host.transactions().getTransactionManager()));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);

        assertThatThrownBy(() -> host.run(em -> nested.executeWithoutResult(status -> em.persist(new Zoo.Named("n")))))
                .isInstanceOf(NestedTransactionNotSupportedException.class);
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

    @Test
    void every_transaction_counts_the_version_up_by_one() {
        Zoo.Product product = product("a");
        host.run(em -> em.find(Zoo.Product.class, product.id).name = "b");
        host.run(em -> em.find(Zoo.Product.class, product.id).price = BigDecimal.TEN);

        assertThat(host.jdbc()
                        .queryForList("select version from sync_logs where system_name='crm' order by id", Long.class))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_commit_signals_the_systems_that_have_new_entries() {
        product("a");

        assertThat(host.signals).containsExactly(Set.of("crm", "erp"));
    }

    @Test
    void a_rollback_signals_nothing() {
        assertThatThrownBy(() -> host.run(em -> {
                    em.persist(new Zoo.Product("a"));
                    em.flush();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(host.signals).isEmpty();
    }

    @Test
    void a_latest_entry_stores_no_state() {
        product("a");

        assertThat(data("product")).containsOnlyNulls();
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
