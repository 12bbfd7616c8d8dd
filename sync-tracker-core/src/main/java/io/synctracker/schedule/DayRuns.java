package io.synctracker.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How often a schedule has fired on the last day on which it did, in its zone. */
record DayRuns(@Nullable LocalDate day, int count) {

    static final DayRuns NONE = new DayRuns(null, 0);

    int on(LocalDate other) {
        return other.equals(day) ? count : 0;
    }

    DayRuns plusOneOn(LocalDate other) {
        return new DayRuns(other, on(other) + 1);
    }
}
