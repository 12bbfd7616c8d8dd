package io.synctracker.testing;

import io.synctracker.capture.BulkDetector;
import io.synctracker.capture.ChangeCapture;
import io.synctracker.capture.ChangeWriter;
import io.synctracker.model.EntityModels;
import io.synctracker.model.HibernateEntityReader;
import io.synctracker.model.JsonPayloadCodec;
import io.synctracker.model.KeyRing;
import io.synctracker.model.ModelSettings;
import io.synctracker.relay.Relay;
import io.synctracker.relay.RelayEntities;
import io.synctracker.relay.RelayHooks;
import io.synctracker.relay.RelaySettings;
import io.synctracker.relay.RelayStore;
import io.synctracker.relay.Targets;
import io.synctracker.store.Dialect;
import io.synctracker.store.SchemaMigration;
import io.synctracker.store.TableNames;
import io.synctracker.target.SyncTarget;
import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.tracking.JdbcLinks;
import io.synctracker.tracking.SyncTracker;
import io.synctracker.tracking.TrackerParts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An application with the zoo's entities and a tracker, on a database of its own. */
public final class Host implements AutoCloseable {

    /** 32 bytes of a key that guards nothing. */
    public static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    /** The zoo's tables, those that refer to others first. */
    private static final List<String> ZOO_TABLES = List.of(
            "Tagged_tags",
            "Tagged_Tagged",
            "Tagged_secrets",
            "Stamped_tags",
            "Snap_tags",
            "order_lines",
            "purchase_orders",
            "Kid",
            "Parent",
            "TreeNode",
            "products",
            "customers",
            "Tagged",
            "Stamped",
            "Numbered",
            "Keyed",
            "ClassKeyed",
            "Uuided",
            "Named",
            "Dog",
            "Animal",
            "Vehicle",
            "Soft",
            "Flagged",
            "Snap",
            "Bad",
            "Plain",
            "Audit");

    /** What was published. */
    public final List<Object> events = new CopyOnWriteArrayList<>();

    /** What was signalled after commits. */
    public final List<Set<String>> signals = new CopyOnWriteArrayList<>();

    private final DataSource dataSource;
    private final Runnable drop;
    private final List<Class<?>> entities;
    private final LocalContainerEntityManagerFactoryBean factory;
    private final EntityModels models;
    private final Dialect dialect;
    private final ChangeCapture capture;
    private final TransactionTemplate transactions;
    private final TrackerParts parts;
    private final JsonPayloadCodec codec;
    private final SyncTracker tracker;
    private final JdbcTemplate jdbc;
    private volatile boolean failOnBulk;

    private Host(
            Vendor vendor, ModelSettings settings, TableNames tables, List<Class<?>> entities, Map<String, ?> more) {
        this(TestDatabase.of(vendor), settings, tables, entities, more);
    }

    private Host(
            TestDatabase database,
            ModelSettings settings,
            TableNames tables,
            List<Class<?>> entities,
            Map<String, ?> more) {
        this(database.dataSource(), database::close, settings, tables, entities, more);
    }

    private Host(
            DataSource dataSource,
            Runnable drop,
            ModelSettings settings,
            TableNames tables,
            List<Class<?>> entities,
            Map<String, ?> more) {
        this.dataSource = dataSource;
        this.drop = drop;
        this.entities = entities;
        jdbc = new JdbcTemplate(dataSource);
        dialect = Dialect.of(dataSource, tables);
        new SchemaMigration(dataSource, dialect, null).migrate();
        models = new EntityModels(settings, () -> Set.of("crm", "erp"));
        codec = new JsonPayloadCodec(models, KeyRing.of("k1", Map.of("k1", KEY)));
        capture = new ChangeCapture(models, new ChangeWriter(dialect, codec, () -> null), signals::add);
        factory = factory(dataSource, capture, more);
        JpaTransactionManager manager = new JpaTransactionManager(entityManagerFactory());
        transactions = new TransactionTemplate(manager);
        parts = new TrackerParts(entityManagerFactory(), manager, models, dialect, capture, events::add, signals::add);
        tracker = parts.tracker();
    }

    /** Starts a host whose entities are delivered to {@code crm} and {@code erp}. */
    public static Host on(Vendor vendor) {
        return on(vendor, ModelSettings.DEFAULT);
    }

    /** Starts another instance of a host, on the database of the first. */
    public static Host beside(DataSource dataSource) {
        return new Host(
                dataSource,
                () -> {},
                ModelSettings.DEFAULT,
                TableNames.DEFAULT,
                List.of(Zoo.ALL),
                Map.of("hibernate.hbm2ddl.auto", "none"));
    }

    /** Starts a host with settings of its own. */
    public static Host on(Vendor vendor, ModelSettings settings) {
        return new Host(vendor, settings, TableNames.DEFAULT, List.of(Zoo.ALL), Map.of());
    }

    /** Starts a host with tables of other names. */
    public static Host on(Vendor vendor, TableNames tables) {
        return new Host(vendor, ModelSettings.DEFAULT, tables, List.of(Zoo.ALL), Map.of());
    }

    /** Starts a host with entities of its own. */
    public static Host on(Vendor vendor, Class<?>... entities) {
        return on(vendor, Map.of(), entities);
    }

    /** Starts a host with entities of its own, and with more settings for Hibernate. */
    public static Host on(Vendor vendor, Map<String, ?> properties, Class<?>... entities) {
        return new Host(vendor, ModelSettings.DEFAULT, TableNames.DEFAULT, List.of(entities), properties);
    }

    private LocalContainerEntityManagerFactoryBean factory(
            DataSource dataSource, ChangeCapture capture, Map<String, ?> more) {
        LocalContainerEntityManagerFactoryBean bean = new LocalContainerEntityManagerFactoryBean();
        bean.setDataSource(dataSource);
        bean.setResourceLoader(new DefaultResourceLoader(entities.get(0).getClassLoader()));
        bean.setManagedTypes(
                PersistenceManagedTypes.of(entities.stream().map(Class::getName).toArray(String[]::new)));
        bean.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        Map<String, Object> properties = new HashMap<>();
        properties.put("hibernate.hbm2ddl.auto", "create");
        properties.put("hibernate.jdbc.batch_size", "20");
        properties.put("hibernate.order_inserts", "true");
        properties.put(ChangeCapture.SETTING, capture);
        BulkDetector fails = new BulkDetector(models, true, null);
        properties.put(
                "hibernate.session_factory.statement_inspector",
                (org.hibernate.resource.jdbc.spi.StatementInspector) sql -> failOnBulk ? fails.inspect(sql) : sql);
        properties.putAll(more);
        bean.setJpaPropertyMap(properties);
        bean.afterPropertiesSet();
        return bean;
    }

    /** Returns a relay over this host that is turned by hand, or started. */
    public Relay relay(RelaySettings settings, SyncTarget... targets) {
        return Relay.of(
                new RelayStore(dataSource(), dialect, new JdbcLinks(dialect)),
                new RelayEntities(
                        models,
                        new HibernateEntityReader(entityManagerFactory(), models),
                        codec,
                        (parent, system) -> parts.enqueue(dataSource(), parent, system)),
                Targets.of(List.of(targets)),
                settings,
                RelayHooks.of(events::add));
    }

    /** Makes bulk statements on tracked tables fail the transaction. */
    public void failOnBulk(boolean fail) {
        failOnBulk = fail;
    }

    public EntityManagerFactory entityManagerFactory() {
        return Objects.requireNonNull(factory.getObject());
    }

    public SessionFactory sessions() {
        return entityManagerFactory().unwrap(SessionFactory.class);
    }

    public TrackerParts parts() {
        return parts;
    }

    public SyncTracker tracker() {
        return tracker;
    }

    public EntityModels models() {
        return models;
    }

    public Dialect dialect() {
        return dialect;
    }

    public ChangeCapture capture() {
        return capture;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    /** Runs work in a transaction. */
    public void run(Consumer<EntityManager> work) {
        call(entityManager -> {
            work.accept(entityManager);
            return Boolean.TRUE;
        });
    }

    /** Runs work in a transaction and returns what it returns. */
    public <R> R call(Function<EntityManager, R> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.apply(Objects.requireNonNull(
                org.springframework.orm.jpa.EntityManagerFactoryUtils.getTransactionalEntityManager(
                        entityManagerFactory())))));
    }

    /** Saves an entity in a transaction of its own. */
    public <T> T save(T entity) {
        run(entityManager -> entityManager.persist(entity));
        return entity;
    }

    /** Returns what is in the log for one target, such as {@code create product 1}. */
    public List<String> log(String system) {
        return jdbc.query(
                "select action, model_name, model_id from " + dialect.tables().logs()
                        + " where system_name = ? order by id",
                (row, i) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                system);
    }

    /** Returns the log for one target, and empties it for all. */
    public List<String> takeLog(String system) {
        List<String> log = log(system);
        jdbc.update("delete from " + dialect.tables().logs());
        return log;
    }

    /** Empties the library's tables, and the host's if it is a zoo. */
    public void clear() {
        if (entities.contains(Zoo.Product.class)) {
            jdbc.update("update TreeNode set parent_id = null");
            ZOO_TABLES.forEach(table -> jdbc.update("delete from " + table));
        }
        forgetAll();
        events.clear();
        signals.clear();
    }

    /** Empties the library's tables, as they are before it is installed. */
    public void forgetAll() {
        TableNames names = dialect.tables();
        Stream.of(names.logs(), names.links(), names.trackedEntities(), names.targets())
                .forEach(table -> jdbc.update("delete from " + table));
        Stream.of("connections", "remote_records", "checkpoints", "set_asides", "conflicts")
                .forEach(table -> jdbc.update("delete from " + names.named(table)));
    }

    /** Writes what is kept, with sensitive attributes encrypted. */
    public JsonPayloadCodec codec() {
        return codec;
    }

    /** Returns the transactions of the entity manager factory. */
    public PlatformTransactionManager transactionManager() {
        return Objects.requireNonNull(transactions.getTransactionManager());
    }

    @Override
    public void close() {
        factory.destroy();
        drop.run();
    }
}
