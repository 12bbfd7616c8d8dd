package io.synctracker.autoconfigure;

import io.synctracker.relay.RetryPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a deferred change is delivered again.
 *
 * @param maxAttempts How often a change is tried before it fails for good.
 * @param initialInterval How long the first retry waits.
 * @param multiplier How much longer each retry waits than the one before, 1 to 100.
 * @param maxInterval How long a retry waits at most.
 * @param jitter Which share of a wait is random, 0 to 1.
 */
record RetryProperties(
        @DefaultValue("50") int maxAttempts,
        @DefaultValue("1s") Duration initialInterval,
        @DefaultValue("2") double multiplier,
        @DefaultValue("30m") Duration maxInterval,
        @DefaultValue("0.2") double jitter) {

    RetryPolicy policy() {
        return new RetryPolicy(maxAttempts, initialInterval, multiplier, maxInterval, jitter);
    }
}
