package io.synctracker.relay;

import io.synctracker.SyncTrackerException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often an entry is tried, and how long it waits in between. Immutable.
 *
 * @param maxAttempts attempts until it fails for good, at least 1; 50 by default
 * @param initialInterval the wait after the first attempt; 1 s by default
 * @param multiplier by how much each wait is longer than the one before, at least 1; 2 by default
 * @param maxInterval the longest wait; 30 min by default
 * @param jitter the share of a wait that is random, 0 to 1; 0.2 by default, which spreads it over 90 % to 110 %
 */
public record RetryPolicy(
        int maxAttempts, Duration initialInterval, double multiplier, Duration maxInterval, double jitter) {

    /** The policy that the documentation describes. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(50, Duration.ofSeconds(1), 2, Duration.ofMinutes(30), 0.2);

    /**
     * Checks every part.
     *
     * @throws SyncTrackerException naming the part that is out of its bounds
     */
    public RetryPolicy {
        Checks.atLeast("max-attempts", maxAttempts, 1);
        Checks.positive("initial-interval", initialInterval);
        Checks.positive("max-interval", maxInterval);
        Checks.that(multiplier >= 1 && multiplier <= 100, "multiplier", multiplier, "1 to 100");
        Checks.that(jitter >= 0 && jitter <= 1, "jitter", jitter, "0 to 1");
        Checks.that(
                maxInterval.compareTo(initialInterval) >= 0,
                "max-interval",
                maxInterval,
                "the initial-interval, " + initialInterval + ", or longer");
    }

    /**
     * Returns this policy with another number of attempts.
     *
     * @param value at least 1
     */
    public RetryPolicy withMaxAttempts(int value) {
        return new RetryPolicy(value, initialInterval, multiplier, maxInterval, jitter);
    }

    /**
     * Returns this policy with another first wait.
     *
     * @param value more than zero, and not longer than the longest wait
     */
    public RetryPolicy withInitialInterval(Duration value) {
        return new RetryPolicy(maxAttempts, value, multiplier, maxInterval, jitter);
    }

    /**
     * Returns this policy with another growth.
     *
     * @param value 1 to 100
     */
    public RetryPolicy withMultiplier(double value) {
        return new RetryPolicy(maxAttempts, initialInterval, value, maxInterval, jitter);
    }

    /**
     * Returns this policy with another longest wait.
     *
     * @param value not shorter than the first wait
     */
    public RetryPolicy withMaxInterval(Duration value) {
        return new RetryPolicy(maxAttempts, initialInterval, multiplier, value, jitter);
    }

    /**
     * Returns this policy with another share of chance.
     *
     * @param value 0 to 1
     */
    public RetryPolicy withJitter(double value) {
        return new RetryPolicy(maxAttempts, initialInterval, multiplier, maxInterval, value);
    }

    /** Returns how long to wait after an attempt, the first being 1. */
    Duration waitAfter(int attempt) {
        double millis = initialInterval.toMillis() * Math.pow(multiplier, Math.max(0, attempt - 1));
        double capped = Math.min(millis, (double) maxInterval.toMillis());
        double factor = 1 + jitter * (ThreadLocalRandom.current().nextDouble() - 0.5);
        return Duration.ofMillis(Math.max(1, Math.round(capped * factor)));
    }
}
