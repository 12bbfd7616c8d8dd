package io.synctracker.autoconfigure;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Tracks, captures and delivers in every application that maps entities with Hibernate. */
@AutoConfiguration(
        after = HibernateJpaAutoConfiguration.class,
        afterName = "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration")
@ConditionalOnBean(EntityManagerFactory.class)
@ConditionalOnBooleanProperty(name = "sync-tracker.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SyncTrackerProperties.class)
@Import({
    DatabaseConfiguration.class,
    CaptureConfiguration.class,
    TrackingConfiguration.class,
    OutboxConfiguration.class,
    RelayConfiguration.class,
    TracingConfiguration.class,
    JobConfiguration.class,
    ConnectorConfiguration.class,
    NotificationConfiguration.class
})
public final class SyncTrackerAutoConfiguration {

    SyncTrackerAutoConfiguration() {}
}
