package io.synctracker.autoconfigure;

import io.synctracker.model.EntityModels;
import io.synctracker.model.HibernateEntityReader;
import io.synctracker.model.KeyRing;
import io.synctracker.model.PayloadCodec;
import io.synctracker.relay.Relay;
import io.synctracker.relay.RelayEntities;
import io.synctracker.relay.RelayHooks;
import io.synctracker.relay.RelayListener;
import io.synctracker.relay.RelayStore;
import io.synctracker.relay.Targets;
import io.synctracker.target.DeliveryInterceptor;
import io.synctracker.target.SyncTarget;
import io.synctracker.tracking.JdbcLinks;
import io.synctracker.tracking.TrackerParts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** Delivers what was recorded. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    @Bean
    Targets syncTrackerTargets(
            ObjectProvider<SyncTarget> beans, SyncTrackerProperties properties, ObjectProvider<Clock> clocks) {
        List<SyncTarget> targets = new ArrayList<>(beans.orderedStream().toList());
        targets.addAll(properties.httpTargets(clocks.getIfUnique(Clock::systemUTC)));
        return Targets.of(targets);
    }

    @Bean
    RelayEntities syncTrackerRelayEntities(
            TrackerParts parts, EntityModels models, PayloadCodec codec, SyncTrackerDatabase database) {
        return new RelayEntities(
                models,
                new HibernateEntityReader(parts.entityManagerFactory(), models),
                codec,
                (parent, system) -> parts.enqueue(database.dataSource(), parent, system));
    }

    @Bean
    RelayHooks syncTrackerRelayHooks(
            ApplicationEventPublisher events,
            ObjectProvider<DeliveryInterceptor> interceptors,
            ObjectProvider<RelayListener> listeners,
            Environment environment) {
        return new RelayHooks(
                events,
                interceptors.orderedStream().toList(),
                listeners.orderedStream().toList(),
                virtualThreads(environment));
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Relay syncTrackerRelay(
            SyncTrackerDatabase database,
            RelayEntities entities,
            Targets targets,
            SyncTrackerProperties properties,
            RelayHooks hooks) {
        RelayStore store = new RelayStore(database.dataSource(), database.dialect(), new JdbcLinks(database.dialect()));
        return Relay.of(store, entities, targets, properties.relaySettings(), hooks);
    }

    @Bean
    RelayLifecycle syncTrackerRelayLifecycle(Relay relay, CommitSignal signal, SyncTrackerProperties properties) {
        signal.connect(relay);
        return new RelayLifecycle(relay, properties.relay().enabled());
    }

    @Bean
    StartupChecks syncTrackerStartupChecks(
            SyncTrackerPersistence persistence,
            EntityModels models,
            Targets targets,
            KeyRing keys,
            SyncTrackerProperties properties) {
        return new StartupChecks(persistence, models, targets, keys, properties);
    }

    private static @Nullable Executor virtualThreads(Environment environment) {
        return Threading.VIRTUAL.isActive(environment) ? new VirtualThreadTaskExecutor("sync-tracker-call-") : null;
    }
}
