package io.synctracker.connector;

import io.synctracker.job.JobPolicy;
import io.synctracker.job.SyncJobSource;
import io.synctracker.job.SyncJobs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Everything that pulling is made of, put together. Thread-safe. */
public final class ConnectorEngine {

    /** As every job, but six hours a try, since a first pull may have much to do. */
    public static final JobPolicy PULL_POLICY = JobPolicy.DEFAULT.withTimeout(Duration.ofHours(6));

    private final Registry registry;
    private final Connections connections;
    private final SetAsides setAsides;
    private final SyncJobSource source;

    private ConnectorEngine(Registry registry, Connections connections, SetAsides setAsides, SyncJobSource source) {
        this.registry = registry;
        this.connections = connections;
        this.setAsides = setAsides;
        this.source = source;
    }

    /**
     * Puts the engine together; nothing is pulled and nothing is checked yet.
     *
     * @param parts what it needs of the application
     * @param application what the application declares
     * @param jobs the runs; asked for when a pull is enqueued
     * @throws InvalidConnectionException if two connections or two factories have the same name, or one has a bad name
     */
    public static ConnectorEngine of(ConnectorParts parts, ConnectorBeans application, Supplier<SyncJobs> jobs) {
        return of(parts, application, jobs, PULL_POLICY);
    }

    /**
     * Puts the engine together, as {@link #of(ConnectorParts, ConnectorBeans, Supplier)} does.
     *
     * @param parts what it needs of the application
     * @param application what the application declares
     * @param jobs the runs; asked for when a pull is enqueued
     * @param policy how often and how long a pull is tried
     */
    public static ConnectorEngine of(
            ConnectorParts parts, ConnectorBeans application, Supplier<SyncJobs> jobs, JobPolicy policy) {
        Bindings bindings = new Bindings(
                parts.models(),
                parts.entityManagerFactory().unwrap(SessionFactoryImplementor.class),
                application.bindings(),
                application.strategies());
        ConnectionRows rows = new ConnectionRows(parts.dataSource(), parts.dialect());
        Secrets secrets = new Secrets(parts.codec(), parts.keys());
        Registry registry = new Registry(rows, secrets, bindings);
        application.connectors().forEach(connector -> registry.declare(connector, Registry.BEAN, List.of()));
        application
                .declared()
                .forEach(declared -> registry.declare(declared.connector(), declared.kind(), declared.bindings()));
        application.factories().forEach(registry::add);
        Tables tables = Tables.of(parts);
        PageApplier applier = new PageApplier(new PageTransaction(parts, tables));
        return new ConnectorEngine(
                registry,
                new DefaultConnections(registry, rows, secrets, parts.clock(), jobs),
                new JdbcSetAsides(tables.setAsides(), tables.conflicts()),
                (service, action) -> action.equals(Connections.PULL) && registry.exists(service)
                        ? Optional.of(new PullJob(service, policy, registry, tables, applier))
                        : Optional.empty());
    }

    /**
     * Checks everything that the application declares: names, streams, entities, attributes and strategies. To be called
     * when the application starts.
     *
     * @throws InvalidConnectionException if something is wrong; the message says which and names what there is
     */
    public void check() {
        registry.check();
    }

    /** Returns the connections. */
    public Connections connections() {
        return connections;
    }

    /** Returns what was set aside. */
    public SetAsides setAsides() {
        return setAsides;
    }

    /** Returns the jobs that pull, one for each connection. */
    public SyncJobSource source() {
        return source;
    }
}
