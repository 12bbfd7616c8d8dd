package io.synctracker.web;

import io.synctracker.schedule.DateRange;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Days that are asked for.
 *
 * @param preset which days; {@code null} for all, or for those that {@code from} and {@code to} say
 * @param from the first day of a custom range
 * @param to its last day
 */
record RangeForm(
        DateRange.@Nullable Preset preset,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static RangeForm of(DateRange range) {
        return new RangeForm(range.preset(), range.from(), range.to());
    }

    DateRange range() {
        DateRange.Preset given = from == null && to == null ? DateRange.Preset.ALL : DateRange.Preset.CUSTOM;
        return ProblemException.ofFields(() -> new DateRange(Objects.requireNonNullElse(preset, given), from, to));
    }
}
