package io.synctracker.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Zoo;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.NestedTransactionNotSupportedException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Every kind of session and transaction leaves what it committed, and nothing else. */
abstract class SessionCaptureContract extends DatabaseTest {

    SessionCaptureContract(Vendor vendor) {
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
