package io.synctracker.relay;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Spreads calls evenly over time; after a delay it catches up on a tenth of a second's worth at most. Written here rather than taken from a
 * library because the relay must be told how long to wait, and not be made to. Thread-safe.
 */
final class RateLimit {

    private static final double NANOS = 1_000_000_000.0;
    private static final long BURST = 100_000_000;

    private final LongSupplier nanoTime;
    private final long interval;
    private final long burst;

    /** When the next call is free; as much as a burst ago if none was made lately. */
    private long next;

    /**
     * Creates a limit.
     *
     * @param callsPerSecond how many, or {@code null} for no limit
     * @param nanoTime the monotonic clock
     */
    RateLimit(@Nullable Double callsPerSecond, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.interval = callsPerSecond == null ? 0 : Math.max(1, Math.round(NANOS / callsPerSecond));
        this.burst = Math.max(0, BURST - interval);
        this.next = nanoTime.getAsLong();
    }

    /** Returns whether there is a limit at all. */
    boolean limits() {
        return interval > 0;
    }

    /** Takes a call if one is free now; returns 0, or else in how many nanoseconds one will be. */
    synchronized long take() {
        if (interval == 0) {
            return 0;
        }
        long now = nanoTime.getAsLong();
        if (next - (now - burst) < 0) {
            next = now - burst;
        }
        long wait = next - now;
        if (wait > 0) {
            return wait;
        }
        next += interval;
        return 0;
    }

    /** Returns how many of a number of calls can be made within a time. */
    int within(int calls, long nanos) {
        return interval == 0 ? calls : (int) Math.max(1, Math.min(calls, nanos / interval));
    }
}
