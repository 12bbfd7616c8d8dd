package io.synctracker.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synctracker.schedule.Cadence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How often a schedule fires: one of an interval, a cron expression, and times of day.
 *
 * @param every an interval, such as {@code 10m} or {@code PT10M}
 * @param cron a cron expression of six fields
 * @param times times of day
 * @param days the days of those times; {@code null} or empty for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CadenceForm(
        @Nullable String every,
        @Nullable String cron,
        @Nullable List<@Nullable LocalTime> times,
        @Nullable List<@Nullable DayOfWeek> days) {

    static CadenceForm of(Cadence cadence) {
        if (cadence instanceof Cadence.Every interval) {
            return new CadenceForm(interval.interval().toString(), null, null, null);
        }
        if (cadence instanceof Cadence.Weekly weekly) {
            return new CadenceForm(null, null, sorted(weekly.times()), sorted(weekly.days()));
        }
        return new CadenceForm(null, ((Cadence.Cron) cadence).expression(), null, null);
    }

    private static <T extends Comparable<? super T>> List<@Nullable T> sorted(Set<T> values) {
        return new ArrayList<>(new TreeSet<>(values));
    }

    /** Returns {@code null} if something is wrong, which the fields know then. */
    @Nullable
    Cadence cadence(Fields fields) {
        long given = Stream.of(every != null, cron != null, times != null && !times.isEmpty())
                .filter(present -> present)
                .count();
        if (given != 1 || (times == null && days != null && !days.isEmpty())) {
            fields.wrong("cadence", "A cadence is one of 'every', 'cron', and 'times' with or without 'days'.");
            return null;
        }
        if (every != null) {
            Duration interval = interval(every);
            if (interval == null) {
                fields.wrong("cadence.every", "'cadence.every' is no interval. Write it as 10m, 2h or PT10M.");
                return null;
            }
            return new Cadence.Every(interval);
        }
        if (cron != null) {
            return new Cadence.Cron(cron);
        }
        Set<DayOfWeek> itsDays = distinct(days, "cadence.days", fields);
        Set<LocalTime> itsTimes = distinct(times, "cadence.times", fields);
        return itsTimes.isEmpty() ? null : new Cadence.Weekly(itsDays, itsTimes);
    }

    private static <T> Set<T> distinct(@Nullable List<@Nullable T> values, String field, Fields fields) {
        Set<T> distinct = new LinkedHashSet<>();
        for (T value : values == null ? List.<T>of() : values) {
            if (value == null) {
                fields.wrong(field, "'" + field + "' holds a null. Leave it out.");
            } else {
                distinct.add(value);
            }
        }
        return distinct;
    }

    private static @Nullable Duration interval(String text) {
        try {
            return DurationStyle.detectAndParse(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }
}
