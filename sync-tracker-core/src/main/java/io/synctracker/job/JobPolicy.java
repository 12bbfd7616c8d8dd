package io.synctracker.job;

import io.synctracker.SyncTrackerException;
import java.time.Duration;

/**
 * How often and how long a job is tried. Immutable.
 *
 * @param maxAttempts how often in all, 1 or more; a try that a dead process left behind counts, one that timed out, or
 *     was asked to wait, after it has confirmed that more is done does not
 * @param initialInterval the pause after the first failed try
 * @param multiplier by what each further pause is longer, 1 or more
 * @param maxInterval the longest pause
 * @param timeout how long one try may take; then its thread is interrupted; the try has failed, unless it got further: then the
 *     run goes on with another try at once
 */
public record JobPolicy(
        int maxAttempts, Duration initialInterval, double multiplier, Duration maxInterval, Duration timeout) {

    /** Five tries, a minute apart at first and up to an hour, of half an hour each. */
    public static final JobPolicy DEFAULT =
            new JobPolicy(5, Duration.ofMinutes(1), 3.0, Duration.ofHours(1), Duration.ofMinutes(30));

    /** One try. */
    public static final JobPolicy ONCE = DEFAULT.withMaxAttempts(1);

    /**
     * Checks every part.
     *
     * @throws SyncTrackerException if one is out of its range
     */
    public JobPolicy {
        if (maxAttempts < 1
                || multiplier < 1
                || !positive(initialInterval)
                || !positive(maxInterval)
                || !positive(timeout)) {
            throw new SyncTrackerException("A job cannot be tried " + maxAttempts + " times with pauses from "
                    + initialInterval + " times " + multiplier + " up to " + maxInterval + " and a time-out of "
                    + timeout
                    + ". Give one try or more, a multiplier of 1 or more, and times above zero.");
        }
    }

    private static boolean positive(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }

    /**
     * Returns this policy with another number of tries.
     *
     * @param value how often in all
     */
    public JobPolicy withMaxAttempts(int value) {
        return new JobPolicy(value, initialInterval, multiplier, maxInterval, timeout);
    }

    /**
     * Returns this policy with another time-out.
     *
     * @param value how long one try may take
     */
    public JobPolicy withTimeout(Duration value) {
        return new JobPolicy(maxAttempts, initialInterval, multiplier, maxInterval, value);
    }

    /**
     * Returns this policy with other pauses.
     *
     * @param initial the pause after the first failed try
     * @param factor by what each further pause is longer
     * @param longest the longest pause
     */
    public JobPolicy withBackoff(Duration initial, double factor, Duration longest) {
        return new JobPolicy(maxAttempts, initial, factor, longest, timeout);
    }

    /**
     * Returns the pause after a failed try.
     *
     * @param attempt which try failed, 1 for the first
     */
    Duration pauseAfter(int attempt) {
        double millis = initialInterval.toMillis() * Math.pow(multiplier, attempt - 1);
        return millis >= maxInterval.toMillis() ? maxInterval : Duration.ofMillis((long) millis);
    }
}
