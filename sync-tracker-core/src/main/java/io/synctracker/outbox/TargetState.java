package io.synctracker.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How deliveries to one target stand.
 *
 * @param name the target
 * @param declared whether this application declares it
 * @param pausedAt when a person paused it, or {@code null} if it is not paused
 * @param pausedNote what the person noted, or {@code null}
 * @param failures calls in a row that could not be made or were put off
 * @param openUntil until when the circuit breaker lets no call through, or {@code null} if it lets them through
 */
public record TargetState(
        String name,
        boolean declared,
        @Nullable Instant pausedAt,
        @Nullable String pausedNote,
        int failures,
        @Nullable Instant openUntil) {

    /** Returns whether a person has paused it. */
    public boolean paused() {
        return pausedAt != null;
    }
}
