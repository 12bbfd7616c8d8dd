package io.synctracker.outbox;

import java.time.Duration;
import java.util.function.IntFunction;

/**
 * How a target has answered a group of calls; for the relay.
 *
 * @param system the target
 * @param deferred how many calls could not be made, or were put off
 * @param alive whether any call was answered in another way: the target works
 * @param probe whether the group was the one entry that tries a failing target
 * @param retryAfter for how long the target asked to be left alone; zero if it did not
 * @param breakerFailures failures in a row that open the circuit
 * @param openFor how long the circuit stays open, by the number of openings in a row, the first being 1
 * @param longestPause the longest that one answer can stop a target that does not count as failing
 */
public record Answers(
        String system,
        int deferred,
        boolean alive,
        boolean probe,
        Duration retryAfter,
        int breakerFailures,
        IntFunction<Duration> openFor,
        Duration longestPause) {}
