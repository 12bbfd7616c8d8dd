package io.synctracker.relay;

import java.time.Duration;

/**
 * When a target counts as down, and how long it is left alone. One entry is tried when that time has passed; its answer
 * closes the circuit or opens it for longer. Immutable.
 *
 * @param failures calls in a row that could not be made, or were put off, until the circuit opens; 5 by default
 * @param initialInterval how long the first opening lasts, each next one twice as long; 1 s by default
 * @param maxInterval the longest opening; 1 min by default
 */
public record BreakerPolicy(int failures, Duration initialInterval, Duration maxInterval) {

    /** The policy that the documentation describes. */
    public static final BreakerPolicy DEFAULT = new BreakerPolicy(5, Duration.ofSeconds(1), Duration.ofMinutes(1));

    /**
     * Checks every part.
     *
     * @throws io.synctracker.SyncTrackerException naming the part that is out of its bounds
     */
    public BreakerPolicy {
        Checks.atLeast("breaker failures", failures, 1);
        Checks.positive("breaker initial-interval", initialInterval);
        Checks.that(
                maxInterval.compareTo(initialInterval) >= 0,
                "breaker max-interval",
                maxInterval,
                "the initial-interval, " + initialInterval + ", or longer");
    }

    /** Returns how long an opening lasts, the first being 1. */
    Duration openFor(int opening) {
        return new RetryPolicy(1, initialInterval, 2, maxInterval, 0.2).waitAfter(opening);
    }
}
