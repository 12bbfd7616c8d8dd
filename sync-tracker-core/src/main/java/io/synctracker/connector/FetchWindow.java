package io.synctracker.connector;

import io.synctracker.SyncTrackerException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Whole days in a zone. Immutable.
 *
 * @param from the first day
 * @param to the last day, which belongs to it
 * @param zone whose days they are
 */
public record FetchWindow(LocalDate from, LocalDate to, ZoneId zone) {

    /**
     * Checks the order.
     *
     * @throws SyncTrackerException if the last day is before the first
     */
    public FetchWindow {
        if (to.isBefore(from)) {
            throw new SyncTrackerException(
                    "The window ends on " + to + ", before it begins on " + from + ". Give the earlier day first.");
        }
    }

    /** Returns the first instant of it. */
    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** Returns the first instant after it. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
