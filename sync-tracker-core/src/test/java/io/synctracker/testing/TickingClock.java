package io.synctracker.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that goes on by itself, from where a test has moved it: a scheduler in the background waits by its clock. */
public final class TickingClock extends Clock {

    private final long begun = System.nanoTime();
    private volatile Instant start;

    public TickingClock(Instant start) {
        this.start = start;
    }

    public synchronized void advance(Duration time) {
        start = start.plus(time);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - begun);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
