package io.synctracker.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;

/** How often a schedule fires. Immutable. */
public sealed interface Cadence {

    /**
     * Every so long, counted from the planned time of the last firing.
     *
     * @param interval a minute or longer
     */
    record Every(Duration interval) implements Cadence {}

    /**
     * By a cron expression of six fields, from seconds to the day of the week.
     *
     * @param expression the expression, at most 200 characters
     */
    record Cron(String expression) implements Cadence {}

    /**
     * At times of day, on days of the week.
     *
     * @param days on which days; empty for all
     * @param times at which times, at least one
     */
    record Weekly(Set<DayOfWeek> days, Set<LocalTime> times) implements Cadence {

        /** Copies what it is given. */
        public Weekly {
            days = Set.copyOf(days);
            times = Set.copyOf(times);
        }
    }
}
