package io.synctracker.autoconfigure;

import io.synctracker.model.PayloadCodec;
import io.synctracker.operate.Retention;
import io.synctracker.outbox.Outbox;
import io.synctracker.relay.Targets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what was recorded, and cleans up what was delivered. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Outbox syncTrackerOutbox(SyncTrackerDatabase database, PayloadCodec codec, Targets targets, CommitSignal signal) {
        return Outbox.of(database.dataSource(), database.dialect(), codec::masked, targets.names(), signal);
    }

    @Bean
    Retention syncTrackerRetention(SyncTrackerProperties properties) {
        return new Retention(properties.cleanup().retention(), properties.jobs().retention());
    }

    @Bean
    CleanupLifecycle syncTrackerCleanupLifecycle(Outbox outbox, SyncTrackerProperties properties) {
        return new CleanupLifecycle(properties.cleanup().rule(), outbox::cleanup);
    }
}
