package io.synctracker.autoconfigure;

import io.synctracker.job.JobPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often and how long the pull of a connection is tried.
 *
 * @param maxAttempts How often in all; each goes on at the page where the last one stopped.
 * @param initialInterval How long the pause after the first failed try is.
 * @param multiplier By what each further pause is longer.
 * @param maxInterval How long a pause is at most.
 * @param timeout How long one try may take.
 */
record PullProperties(
        @DefaultValue("5") int maxAttempts,
        @DefaultValue("1m") Duration initialInterval,
        @DefaultValue("3") double multiplier,
        @DefaultValue("1h") Duration maxInterval,
        @DefaultValue("6h") Duration timeout) {

    JobPolicy policy() {
        return new JobPolicy(maxAttempts, initialInterval, multiplier, maxInterval, timeout);
    }
}
