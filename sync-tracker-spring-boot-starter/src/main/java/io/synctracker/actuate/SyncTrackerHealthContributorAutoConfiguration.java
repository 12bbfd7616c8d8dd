package io.synctracker.actuate;

import io.synctracker.autoconfigure.SyncTrackerAutoConfiguration;
import io.synctracker.outbox.Outbox;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Contributes to the host's health. */
@AutoConfiguration(after = SyncTrackerAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnEnabledHealthIndicator("synctracker")
@ConditionalOnBean(Outbox.class)
public final class SyncTrackerHealthContributorAutoConfiguration {

    SyncTrackerHealthContributorAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "syncTrackerHealthIndicator")
    SyncTrackerHealthIndicator syncTrackerHealthIndicator(Outbox outbox) {
        return new SyncTrackerHealthIndicator(outbox);
    }
}
