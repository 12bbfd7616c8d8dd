package io.synctracker.autoconfigure;

import io.synctracker.relay.RetryPolicy;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a change that one target deferred is delivered again. What is absent is as for every target.
 *
 * @param maxAttempts How often a change is tried before it fails for good.
 * @param initialInterval How long the first retry waits.
 * @param multiplier How much longer each retry waits than the one before, 1 to 100.
 * @param maxInterval How long a retry waits at most.
 * @param jitter Which share of a wait is random, 0 to 1.
 */
record TargetRetryProperties(
        @Nullable Integer maxAttempts,
        @Nullable Duration initialInterval,
        @Nullable Double multiplier,
        @Nullable Duration maxInterval,
        @Nullable Double jitter) {

    RetryPolicy over(RetryPolicy general) {
        return new RetryPolicy(
                Objects.requireNonNullElse(maxAttempts, general.maxAttempts()),
                Objects.requireNonNullElse(initialInterval, general.initialInterval()),
                Objects.requireNonNullElse(multiplier, general.multiplier()),
                Objects.requireNonNullElse(maxInterval, general.maxInterval()),
                Objects.requireNonNullElse(jitter, general.jitter()));
    }
}
