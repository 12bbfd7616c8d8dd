package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncTrackerException;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.CountedStatements;
import io.synctracker.testing.Until;
import io.synctracker.testing.Zoo;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.ConnectionHandle;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;

/** Others change the same entities meanwhile, and a page asks the database no more than it must. */
abstract class RaceContract extends PullTest {

    private final Vendor vendor;

    RaceContract(Vendor vendor) {
        super(vendor);
        this.vendor = vendor;
    }

    private boolean somebodyWaits() {
        String waiting = switch (vendor) {
            case H2 -> "select count(*) from information_schema.sessions where blocker_id is not null";
            case POSTGRESQL ->
                "select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'";
            default ->
                "select variable_value from information_schema.global_status"
                        + " where variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS'";
        };
        return host.jdbc().queryForObject(waiting, Long.class) > 0;
    }

    @Test
    void an_edit_that_is_committed_while_the_page_waits_for_the_entity_is_a_conflict() {
        shop.holds("products", record("p1", "name", "a"));
        pull(products());
        shop.holds("products", record("p1", "name", "there"));
        ConnectorEngine engine = engine(products().withConflict(ConflictStrategy.LOCAL_WINS));
        Long id = product("p1").id;

        CompletableFuture<Map<String, Long>> pulled = host.call(entityManager -> {
            entityManager.find(Zoo.Product.class, id).name = "here";
            entityManager.flush();
            CompletableFuture<Map<String, Long>> other = CompletableFuture.supplyAsync(() -> pull(engine));
            Until.holds(this::somebodyWaits);
            return other;
        });

        assertThat(pulled.join()).containsExactly(Map.entry("conflicts", 1L));
        assertThat(productNames()).containsExactly("here");
    }

    @Test
    void a_page_that_lost_a_race_is_applied_again_and_counted_once() {
        shop.holds("products", record("p1", "name", "a"));
        AtomicBoolean lost = new AtomicBoolean();
        StreamBinding<Zoo.Product> binding = products().withMapper((record, product) -> {
            product.name = (String) record.attributes().get("name");
            if (lost.compareAndSet(false, true)) {
                loseARace();
            }
        });

        assertThat(pull(binding)).containsExactly(Map.entry("created", 1L));
        assertThat(productNames()).containsExactly("a");
        assertThat(setAsides()).isEmpty();
    }

    private static void loseARace() {
        throw new CannotAcquireLockException("somebody else was faster");
    }

    @Test
    void a_database_that_does_not_answer_blames_no_record() {
        shop.holds("products", record("p1", "name", "a"));
        StreamBinding<Zoo.Product> binding = products().withMapper((record, product) -> {
            throw new DataAccessResourceFailureException("gone", new SQLException("secret", "08006"));
        });

        assertThatThrownBy(() -> pull(engine(binding), run()))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessage("The page could not be applied, and nothing of it is: DataAccessResourceFailureException,"
                        + " caused by SQLException.");
        assertThat(setAsides()).isEmpty();
    }

    @Test
    void an_entity_that_is_locked_for_long_blames_no_record() {
        shop.holds("products", record("p1", "name", "a"));
        StreamBinding<Zoo.Product> binding = products().withMapper((record, product) -> loseARace());

        assertThatThrownBy(() -> pull(engine(binding), run()))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessage("The page could not be applied, and nothing of it is: CannotAcquireLockException.");
        assertThat(setAsides()).isEmpty();
    }

    @Test
    void an_unchanged_page_is_two_looks_and_no_write() {
        shop.holds("products", record("p1", "name", "a"), record("p2", "name", "b"));
        pull(products());
        CountedStatements counted = new CountedStatements();
        ConnectorEngine engine = ConnectorEngine.of(
                parts(host.dataSource(), watched(counted)),
                new ConnectorBeans(List.of(shop), List.of(products()), List.of(), List.of(), Map.of()),
                RecordedJobs::new);

        TestContext context = run();
        pull(engine, context);

        assertThat(context.counts).containsExactly(Map.entry("unchanged", 2L));
        assertThat(counted.executed()).hasSizeLessThanOrEqualTo(5).allMatch(sql -> sql.startsWith("select"));
    }

    private JpaTransactionManager watched(CountedStatements counted) {
        JpaTransactionManager manager = new JpaTransactionManager(host.entityManagerFactory());
        manager.setJpaDialect(new HibernateJpaDialect() {
            private static final long serialVersionUID = 1L;

            @Override
            public ConnectionHandle getJdbcConnection(EntityManager entityManager, boolean readOnly)
                    throws java.sql.SQLException {
                ConnectionHandle real = super.getJdbcConnection(entityManager, readOnly);
                return () -> counted.watch(real.getConnection());
            }
        });
        return manager;
    }
}
