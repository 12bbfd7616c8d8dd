package io.synctracker.web;

import io.synctracker.schedule.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be pulled now, as it is sent.
 *
 * @param connections the connections, each a run of its own
 * @param stream one stream of each, or {@code null} for all
 * @param preset which days; {@code null} for all, or for those that {@code from} and {@code to} say
 * @param from the first day of a custom range
 * @param to its last day
 * @param zone whose days they are; UTC by default
 */
record SyncForm(
        @Nullable List<@Nullable String> connections,
        @Nullable String stream,
        DateRange.@Nullable Preset preset,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String zone) {

    DateRange range() {
        return new RangeForm(preset, from, to).range();
    }
}
