package io.synctracker.schedule;

import static java.util.Objects.requireNonNull;

import io.synctracker.SyncTrackerException;
import io.synctracker.connector.FetchWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which days a schedule asks for, told by the day on which it fires. Immutable.
 *
 * @param preset which days
 * @param from the first day of a custom range, else {@code null}
 * @param to the last day of a custom range, else {@code null}
 */
public record DateRange(
        Preset preset, @Nullable LocalDate from, @Nullable LocalDate to) {

    /** Everything the system has, or everything since the last time. */
    public static final DateRange ALL = of(Preset.ALL);

    /** Which days. */
    public enum Preset {
        /** No limit. */
        ALL,
        /** The day itself. */
        TODAY,
        /** The day before. */
        YESTERDAY,
        /** The day itself and the six before. */
        LAST_7_DAYS,
        /** The day itself and the twenty-nine before. */
        LAST_30_DAYS,
        /** From the first of the month to the day itself. */
        CURRENT_MONTH,
        /** The whole month before. */
        PREVIOUS_MONTH,
        /** The same days every time. */
        CUSTOM
    }

    /**
     * Checks that a custom range, and no other, has its days.
     *
     * @throws SyncTrackerException if it has not, or they are in the wrong order
     */
    public DateRange {
        if ((preset == Preset.CUSTOM) != (from != null) || (from == null) != (to == null)) {
            throw new SyncTrackerException("A date range " + preset + " with the days " + from + " to " + to
                    + " is none. Give both days with CUSTOM, and none otherwise.");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new SyncTrackerException(
                    "The date range ends on " + to + ", before it begins on " + from + ". Give the earlier day first.");
        }
    }

    /**
     * Returns a range that moves with the day.
     *
     * @param preset any but {@link Preset#CUSTOM}
     */
    public static DateRange of(Preset preset) {
        return new DateRange(preset, null, null);
    }

    /**
     * Returns a range of fixed days.
     *
     * @param from the first
     * @param to the last, which belongs to it
     */
    public static DateRange custom(LocalDate from, LocalDate to) {
        return new DateRange(Preset.CUSTOM, from, to);
    }

    /**
     * Returns the days of a moment.
     *
     * @param at when the schedule fires, by plan
     * @param zone the schedule's zone
     * @return {@code null} for no limit
     */
    public @Nullable FetchWindow window(Instant at, ZoneId zone) {
        LocalDate today = at.atZone(zone).toLocalDate();
        return switch (preset) {
            case ALL -> null;
            case TODAY -> new FetchWindow(today, today, zone);
            case YESTERDAY -> new FetchWindow(today.minusDays(1), today.minusDays(1), zone);
            case LAST_7_DAYS -> new FetchWindow(today.minusDays(6), today, zone);
            case LAST_30_DAYS -> new FetchWindow(today.minusDays(29), today, zone);
            case CURRENT_MONTH -> new FetchWindow(today.withDayOfMonth(1), today, zone);
            case PREVIOUS_MONTH -> {
                YearMonth month = YearMonth.from(today).minusMonths(1);
                yield new FetchWindow(month.atDay(1), month.atEndOfMonth(), zone);
            }
            case CUSTOM -> new FetchWindow(requireNonNull(from), requireNonNull(to), zone);
        };
    }
}
