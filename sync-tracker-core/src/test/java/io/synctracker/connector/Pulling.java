package io.synctracker.connector;

import io.synctracker.job.JobEngine;
import io.synctracker.job.JobParts;
import io.synctracker.job.JobSettings;
import io.synctracker.job.JobStore;
import io.synctracker.model.KeyRing;
import io.synctracker.testing.Host;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts what pulls together over a host. */
final class Pulling {

    private static final KeyRing KEYS = KeyRing.of("k1", Map.of("k1", Host.KEY));

    private Pulling() {}

    static ConnectorParts parts(Host host, DataSource dataSource, PlatformTransactionManager manager) {
        return new ConnectorParts(
                host.entityManagerFactory(),
                manager,
                dataSource,
                host.dialect(),
                host.models(),
                host.codec(),
                KEYS,
                host.tracker(),
                Clock.fixed(PullTest.NOW, ZoneOffset.UTC),
                host.events::add);
    }

    static ConnectorEngine engine(
            Host host, Connector connector, List<StreamBinding<?>> bindings, Supplier<JobEngine> jobs) {
        return ConnectorEngine.of(
                parts(host, host.dataSource(), host.transactionManager()),
                new ConnectorBeans(List.of(connector), bindings, List.of(), List.of(), Map.of()),
                () -> jobs.get().jobs());
    }

    /** Returns jobs that run in threads of their own, and find dead processes within two seconds. */
    static JobEngine jobs(Host host, Supplier<ConnectorEngine> connectors, String node) {
        return JobEngine.of(new JobParts(
                new JobStore(host.dataSource(), host.transactionManager(), host.dialect(), KEYS),
                List::of,
                () -> List.of(connectors.get().source()),
                Optional::empty,
                event -> {},
                Clock.systemUTC(),
                JobSettings.DEFAULT
                        .withNodeName(node)
                        .withPollInterval(Duration.ofMillis(50))
                        .withHeartbeat(Duration.ofMillis(400), 4)
                        .withThreads(2)));
    }
}
