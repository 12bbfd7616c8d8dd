package io.synctracker.actuate;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Hides our secrets in the actuator's {@code env} and {@code configprops}, even where the host shows all values. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class SyncTrackerSecretsAutoConfiguration {

    SyncTrackerSecretsAutoConfiguration() {}

    @Bean
    SecretSettings syncTrackerSecretSettings() {
        return new SecretSettings();
    }
}
