package io.synctracker.actuate;

import io.synctracker.autoconfigure.SyncTrackerAutoConfiguration;
import io.synctracker.outbox.Outbox;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;

/** Offers the endpoint where the host exposes it. */
@AutoConfiguration(after = SyncTrackerAutoConfiguration.class)
@ImportRuntimeHints(EndpointRuntimeHints.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnAvailableEndpoint(SyncTrackerEndpoint.class)
@ConditionalOnBean(Outbox.class)
public final class SyncTrackerEndpointAutoConfiguration {

    SyncTrackerEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    SyncTrackerEndpoint syncTrackerEndpoint(Outbox outbox) {
        return new SyncTrackerEndpoint(outbox);
    }
}
