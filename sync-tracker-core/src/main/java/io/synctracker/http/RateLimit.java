package io.synctracker.http;

import java.util.concurrent.TimeUnit;

/** Lets requests pass at a steady pace, those of one instance together. Thread-safe. */
final class RateLimit {

    private final long pauseNanos;
    private final Pause pause;
    private long next;
    private boolean used;

    /**
     * Makes a limit.
     *
     * @param perSecond how many may pass in a second; 0 for no limit
     * @param pause tells the time and waits
     */
    RateLimit(double perSecond, Pause pause) {
        this.pauseNanos = nanos(perSecond);
        this.pause = pause;
    }

    private static long nanos(double perSecond) {
        return perSecond > 0 ? (long) (TimeUnit.SECONDS.toNanos(1) / perSecond) : 0;
    }

    /** Returns whether this is a limit of so many a second. */
    boolean isOf(double perSecond) {
        return pauseNanos == nanos(perSecond);
    }

    /** Waits until one more may pass. */
    void await() throws InterruptedException {
        long wait = takeTurn();
        if (wait > 0) {
            pause.sleep(wait);
        }
    }

    private synchronized long takeTurn() {
        long now = pause.now();
        long turn = used && next - now > 0 ? next : now;
        used = true;
        next = turn + pauseNanos;
        return turn - now;
    }

    /** The time that passes. */
    interface Pause {

        /** As it is. */
        Pause REAL = new Pause() {
            @Override
            public long now() {
                return System.nanoTime();
            }

            @Override
            public void sleep(long nanos) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(nanos);
            }
        };

        /** Returns a count of nanoseconds. */
        long now();

        /** Waits for so many nanoseconds. */
        void sleep(long nanos) throws InterruptedException;
    }
}
