package io.synctracker.relay;

/** Lets the first of a burst through at once, and what follows it together, a moment later. Not thread-safe. */
final class Pace {

    private final long momentNanos;
    private boolean begun;
    private long free;

    Pace(long momentNanos) {
        this.momentNanos = momentNanos;
    }

    /**
     * Plans what is to be done next.
     *
     * @param now what {@link System#nanoTime()} says
     * @return how many nanoseconds to wait with it; 0 after a pause
     */
    long plan(long now) {
        long wait = begun ? Math.max(0, free - now) : 0;
        begun = true;
        free = now + wait + momentNanos;
        return wait;
    }
}
