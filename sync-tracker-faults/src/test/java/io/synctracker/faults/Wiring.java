package io.synctracker.faults;

import io.synctracker.capture.ChangeCapture;
import io.synctracker.capture.ChangeWriter;
import io.synctracker.model.EntityModels;
import io.synctracker.model.HibernateEntityReader;
import io.synctracker.model.JsonPayloadCodec;
import io.synctracker.model.KeyRing;
import io.synctracker.model.ModelSettings;
import io.synctracker.outbox.OutboxLeases;
import io.synctracker.relay.Relay;
import io.synctracker.relay.RelayEntities;
import io.synctracker.relay.RelayHooks;
import io.synctracker.relay.RelayListener;
import io.synctracker.relay.RelaySettings;
import io.synctracker.relay.RelayStore;
import io.synctracker.relay.Targets;
import io.synctracker.store.Dialect;
import io.synctracker.store.SchemaMigration;
import io.synctracker.store.TableNames;
import io.synctracker.target.SyncTarget;
import io.synctracker.tracking.JdbcLinks;
import io.synctracker.tracking.TrackerParts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/** An application on a database, with the library or, to compare, without it. */
final class Wiring implements AutoCloseable {

    static final String SYSTEM = "world";

    private final DataSource dataSource;
    private final Dialect dialect;
    private final EntityModels models = new EntityModels(ModelSettings.DEFAULT, () -> Set.of(SYSTEM));
    private final JsonPayloadCodec codec = new JsonPayloadCodec(models, KeyRing.empty());
    private final ChangeCapture capture;
    private final LocalContainerEntityManagerFactoryBean factory;
    private final JpaTransactionManager manager;
    private volatile Consumer<Set<String>> signal = systems -> {};

    /**
     * Wires an application.
     *
     * @param tracked whether the library takes part
     * @param first whether tables are to be made
     */
    Wiring(DataSource dataSource, boolean tracked, boolean first) {
        this.dataSource = dataSource;
        dialect = Dialect.of(dataSource, TableNames.DEFAULT);
        if (first) {
            new SchemaMigration(dataSource, dialect, null).migrate();
        }
        ChangeWriter writer = new ChangeWriter(dialect, codec, () -> null);
        capture = new ChangeCapture(models, writer, systems -> signal.accept(systems));
        factory = factory(tracked, first);
        manager = new JpaTransactionManager(entityManagerFactory());
    }

    private LocalContainerEntityManagerFactoryBean factory(boolean tracked, boolean first) {
        LocalContainerEntityManagerFactoryBean bean = new LocalContainerEntityManagerFactoryBean();
        bean.setDataSource(dataSource);
        bean.setResourceLoader(new DefaultResourceLoader(Shop.class.getClassLoader()));
        bean.setManagedTypes(PersistenceManagedTypes.of(
                Shop.TYPES.values().stream().map(Class::getName).toArray(String[]::new)));
        bean.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        Map<String, Object> properties = new HashMap<>();
        properties.put("hibernate.hbm2ddl.auto", first ? "update" : "none");
        properties.put("hibernate.jdbc.batch_size", "20");
        properties.put("hibernate.order_inserts", "true");
        if (tracked) {
            properties.put(ChangeCapture.SETTING, capture);
        }
        bean.setJpaPropertyMap(properties);
        bean.afterPropertiesSet();
        return bean;
    }

    /**
     * Makes a relay, whose commits of this application wake it.
     *
     * @param decorator stands around its leases
     */
    Relay relay(
            RelaySettings settings, SyncTarget target, RelayListener listener, UnaryOperator<OutboxLeases> decorator) {
        TrackerParts parts = new TrackerParts(
                entityManagerFactory(),
                manager,
                models,
                dialect,
                capture,
                event -> {},
                systems -> signal.accept(systems));
        Relay relay = Relay.of(
                new RelayStore(dataSource, dialect, new JdbcLinks(dialect)),
                new RelayEntities(
                        models,
                        new HibernateEntityReader(entityManagerFactory(), models),
                        codec,
                        (parent, system) -> parts.enqueue(dataSource, parent, system)),
                Targets.of(List.of(target)),
                settings,
                new RelayHooks(event -> {}, List.of(), List.of(listener), null));
        signal = relay::committed;
        return Decoration.decorate(relay, decorator);
    }

    TransactionTemplate transactions(int isolation) {
        TransactionTemplate template = new TransactionTemplate(manager);
        template.setIsolationLevel(isolation);
        return template;
    }

    /** The entity manager of the thread's transaction. */
    EntityManager entityManager() {
        return Objects.requireNonNull(EntityManagerFactoryUtils.getTransactionalEntityManager(entityManagerFactory()));
    }

    private EntityManagerFactory entityManagerFactory() {
        return Objects.requireNonNull(factory.getObject());
    }

    DataSource dataSource() {
        return dataSource;
    }

    Dialect dialect() {
        return dialect;
    }

    @Override
    public void close() {
        factory.destroy();
    }
}
