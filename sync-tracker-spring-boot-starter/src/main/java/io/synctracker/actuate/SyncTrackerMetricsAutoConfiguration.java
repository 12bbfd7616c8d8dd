package io.synctracker.actuate;

import io.micrometer.core.instrument.MeterRegistry;
import io.synctracker.autoconfigure.SyncTrackerAutoConfiguration;
import io.synctracker.outbox.Outbox;
import io.synctracker.relay.Targets;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Measures where the host has meters. */
@AutoConfiguration(after = {SyncTrackerAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class})
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({Outbox.class, MeterRegistry.class})
public final class SyncTrackerMetricsAutoConfiguration {

    SyncTrackerMetricsAutoConfiguration() {}

    @Bean
    RelayMeters syncTrackerRelayMeters(MeterRegistry registry) {
        return new RelayMeters(registry);
    }

    @Bean
    BacklogMeters syncTrackerBacklogMeters(Outbox outbox, Targets targets) {
        return new BacklogMeters(outbox, targets);
    }
}
