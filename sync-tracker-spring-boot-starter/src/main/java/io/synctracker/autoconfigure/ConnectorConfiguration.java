package io.synctracker.autoconfigure;

import io.synctracker.connector.ConflictStrategy;
import io.synctracker.connector.Connections;
import io.synctracker.connector.Connector;
import io.synctracker.connector.ConnectorBeans;
import io.synctracker.connector.ConnectorEngine;
import io.synctracker.connector.ConnectorFactory;
import io.synctracker.connector.ConnectorParts;
import io.synctracker.connector.SetAsides;
import io.synctracker.connector.StreamBinding;
import io.synctracker.http.HttpConnectorFactory;
import io.synctracker.job.SyncJobSource;
import io.synctracker.job.SyncJobs;
import io.synctracker.model.EntityModels;
import io.synctracker.model.KeyRing;
import io.synctracker.model.PayloadCodec;
import io.synctracker.snapshot.SnapshotParts;
import io.synctracker.snapshot.Snapshots;
import io.synctracker.tracking.SyncTracker;
import java.time.Clock;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pulls external systems, and keeps snapshots of them. */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {

    @Bean
    HttpConnectorFactory syncTrackerHttpConnectorFactory(
            ObjectProvider<Clock> clocks, SyncTrackerProperties properties) {
        return HttpConnectorFactory.of(clocks.getIfUnique(Clock::systemUTC), properties::credentials);
    }

    @Bean
    ConnectorParts syncTrackerConnectorParts(
            SyncTrackerPersistence persistence,
            SyncTrackerDatabase database,
            EntityModels models,
            Keeping keeping,
            SyncTracker tracker,
            ObjectProvider<Clock> clocks,
            ApplicationEventPublisher publisher) {
        return new ConnectorParts(
                persistence.entityManagerFactory(),
                persistence.transactionManager(),
                database.dataSource(),
                database.dialect(),
                models,
                keeping.codec(),
                keeping.keys(),
                tracker,
                clocks.getIfUnique(Clock::systemUTC),
                publisher);
    }

    @Bean
    Keeping syncTrackerKeeping(PayloadCodec codec, KeyRing keys) {
        return new Keeping(codec, keys);
    }

    /**
     * How content is kept.
     *
     * @param codec writes what is kept
     * @param keys encrypts secrets
     */
    record Keeping(PayloadCodec codec, KeyRing keys) {}

    @Bean
    ConnectorBeans syncTrackerConnectorBeans(
            ListableBeanFactory beans,
            ObjectProvider<Connector> connectors,
            ObjectProvider<StreamBinding<?>> bindings,
            ObjectProvider<ConnectorFactory> factories,
            HttpConnectorFactory http,
            SyncTrackerProperties properties) {
        return new ConnectorBeans(
                connectors.orderedStream().toList(),
                bindings.orderedStream().toList(),
                factories.orderedStream().toList(),
                properties.declaredConnections(http),
                beans.getBeansOfType(ConflictStrategy.class));
    }

    @Bean
    ConnectorEngine syncTrackerConnectorEngine(
            ConnectorParts parts,
            ConnectorBeans beans,
            ObjectProvider<SyncJobs> jobs,
            SyncTrackerProperties properties) {
        return ConnectorEngine.of(
                parts, beans, jobs::getObject, properties.pull().policy());
    }

    @Bean
    @ConditionalOnMissingBean
    Connections syncTrackerConnections(ConnectorEngine engine) {
        return engine.connections();
    }

    @Bean
    @ConditionalOnMissingBean
    SetAsides syncTrackerSetAsides(ConnectorEngine engine) {
        return engine.setAsides();
    }

    @Bean
    SyncJobSource syncTrackerPulls(ConnectorEngine engine) {
        return engine.source();
    }

    @Bean
    @ConditionalOnMissingBean
    Snapshots syncTrackerSnapshots(
            ConnectorParts parts, ObjectProvider<SyncJobs> jobs, ObjectProvider<Connections> connections) {
        return Snapshots.of(new SnapshotParts(
                parts.entityManagerFactory(),
                parts.transactionManager(),
                parts.models(),
                parts.tracker(),
                jobs::getObject,
                connections::getObject,
                parts.clock()));
    }
}
