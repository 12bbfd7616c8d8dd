package io.synctracker.relay;

import org.jspecify.annotations.Nullable;

/**
 * How one target is treated. Immutable.
 *
 * @param concurrency calls at a time, of each instance, at least 1; 4 by default
 * @param callsPerSecond calls a second, of each instance, more than 0; {@code null}, the default, for as many as it takes
 * @param retry how entries are tried again
 * @param breaker when the target counts as down
 */
public record TargetSettings(
        int concurrency, @Nullable Double callsPerSecond, RetryPolicy retry, BreakerPolicy breaker) {

    /** The settings that the documentation describes. */
    public static final TargetSettings DEFAULT =
            new TargetSettings(4, null, RetryPolicy.DEFAULT, BreakerPolicy.DEFAULT);

    /**
     * Checks every part.
     *
     * @throws io.synctracker.SyncTrackerException naming the part that is out of its bounds
     */
    public TargetSettings {
        Checks.atLeast("concurrency", concurrency, 1);
        Checks.that(callsPerSecond == null || callsPerSecond > 0, "rate-limit", callsPerSecond, "more than 0");
    }

    /**
     * Returns these settings with another number of calls at a time.
     *
     * @param value at least 1
     */
    public TargetSettings withConcurrency(int value) {
        return new TargetSettings(value, callsPerSecond, retry, breaker);
    }

    /**
     * Returns these settings with another rate limit.
     *
     * @param value calls a second, more than 0, or {@code null} for none
     */
    public TargetSettings withCallsPerSecond(@Nullable Double value) {
        return new TargetSettings(concurrency, value, retry, breaker);
    }

    /**
     * Returns these settings with other retries.
     *
     * @param value how entries are tried again
     */
    public TargetSettings withRetry(RetryPolicy value) {
        return new TargetSettings(concurrency, callsPerSecond, value, breaker);
    }

    /**
     * Returns these settings with another circuit breaker.
     *
     * @param value when the target counts as down
     */
    public TargetSettings withBreaker(BreakerPolicy value) {
        return new TargetSettings(concurrency, callsPerSecond, retry, value);
    }
}
