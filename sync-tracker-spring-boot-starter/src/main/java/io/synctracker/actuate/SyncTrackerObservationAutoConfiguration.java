package io.synctracker.actuate;

import io.micrometer.observation.ObservationRegistry;
import io.synctracker.autoconfigure.SyncTrackerAutoConfiguration;
import io.synctracker.relay.Relay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Observes deliveries where the host observes. */
@AutoConfiguration(after = {SyncTrackerAutoConfiguration.class, ObservationAutoConfiguration.class})
@ConditionalOnClass({ObservationRegistry.class, ObservationAutoConfiguration.class})
@ConditionalOnBean({Relay.class, ObservationRegistry.class})
public final class SyncTrackerObservationAutoConfiguration {

    SyncTrackerObservationAutoConfiguration() {}

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ObservedDeliveries syncTrackerObservedDeliveries(
            ObservationRegistry registry, ObjectProvider<DeliveryObservationConvention> convention) {
        return new ObservedDeliveries(registry, convention.getIfUnique());
    }
}
