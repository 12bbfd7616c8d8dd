package io.synctracker.schedule;

import java.time.Duration;

/** Cadences to choose from. Each is an interval, so it keeps its pace when clocks change. */
public enum CadencePreset {
    /** Every ten minutes. */
    EVERY_10_MINUTES(Duration.ofMinutes(10)),
    /** Every half hour. */
    EVERY_30_MINUTES(Duration.ofMinutes(30)),
    /** Every hour. */
    HOURLY(Duration.ofHours(1)),
    /** Every two hours. */
    EVERY_2_HOURS(Duration.ofHours(2)),
    /** Every six hours. */
    EVERY_6_HOURS(Duration.ofHours(6)),
    /** Every twelve hours. */
    EVERY_12_HOURS(Duration.ofHours(12)),
    /** Every twenty-four hours; for a time of day, use {@link Cadence.Weekly}. */
    DAILY(Duration.ofHours(24));

    private final Duration interval;

    CadencePreset(Duration interval) {
        this.interval = interval;
    }

    /** Returns the cadence that it stands for. */
    public Cadence cadence() {
        return new Cadence.Every(interval);
    }
}
