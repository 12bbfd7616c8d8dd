package io.synctracker.autoconfigure;

import io.synctracker.capture.ChangeCapture;
import io.synctracker.model.EntityModels;
import io.synctracker.tracking.SyncTracker;
import io.synctracker.tracking.TrackerParts;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Remembers where each entity stands. */
@Configuration(proxyBeanMethods = false)
class TrackingConfiguration {

    @Bean
    SyncTrackerPersistence syncTrackerPersistence(
            CaptureInstaller installer,
            ListableBeanFactory beans,
            ObjectProvider<PlatformTransactionManager> transactionManagers) {
        return SyncTrackerPersistence.of(installer, beans, transactionManagers);
    }

    @Bean
    TrackerParts syncTrackerParts(
            SyncTrackerPersistence persistence,
            EntityModels models,
            SyncTrackerDatabase database,
            ChangeCapture capture,
            ApplicationEventPublisher publisher,
            CommitSignal signal) {
        return new TrackerParts(
                persistence.entityManagerFactory(),
                persistence.transactionManager(),
                models,
                database.dialect(),
                capture,
                publisher,
                signal);
    }

    @Bean
    @ConditionalOnMissingBean
    SyncTracker syncTracker(TrackerParts parts) {
        return parts.tracker();
    }
}
