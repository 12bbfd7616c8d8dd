package io.synctracker.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How the system is told which records are meant. A stream without {@code from} and {@code to} answers every window with
 * all it has.
 *
 * @param from the query parameter of the window's beginning; {@code null} for none
 * @param to the query parameter of its end; {@code null} for none
 * @param since the query parameter of the time since which records have changed, sent where an earlier pull has ended;
 *     {@code null} for none
 * @param format how each of the three is written; default {@link Format#DATE}
 * @param exclusiveEnd whether the end itself does not belong to the window; default {@code false}
 * @param overlap how much earlier than the newest record of the last pull {@code since} is, so that none is missed that was
 *     stored late; default one minute, at most 30 days
 */
public record HttpWindow(
        @Nullable String from,
        @Nullable String to,
        @Nullable String since,
        Format format,
        boolean exclusiveEnd,
        Duration overlap) {

    /** No parameter. */
    public static final HttpWindow DEFAULT = new HttpWindow(null, null, null, null, false, null);

    /** {@code null} stands for the default. */
    public HttpWindow(
            @Nullable String from,
            @Nullable String to,
            @Nullable String since,
            @Nullable Format format,
            boolean exclusiveEnd,
            @Nullable Duration overlap) {
        this.from = from;
        this.to = to;
        this.since = since;
        this.format = format == null ? Format.DATE : format;
        this.exclusiveEnd = exclusiveEnd;
        this.overlap = overlap == null ? Duration.ofMinutes(1) : overlap;
    }

    /** How a time is written. */
    public enum Format {
        /** As a day in the window's zone, such as {@code 2026-03-01}. */
        DATE(Duration.ofDays(1)) {
            @Override
            String begin(LocalDate day, ZoneId zone) {
                return day.toString();
            }

            @Override
            String end(LocalDate day, ZoneId zone, boolean exclusive) {
                return (exclusive ? day.plusDays(1) : day).toString();
            }

            @Override
            String text(Instant time) {
                // Nobody says whose days these are, and one day earlier is early enough in each zone.
                return time.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1).toString();
            }
        },
        /** As an instant in UTC, such as {@code 2026-03-01T00:00:00Z}; an inclusive end is one millisecond earlier. */
        INSTANT(Duration.ofMillis(1)) {
            @Override
            String text(Instant time) {
                return time.toString();
            }
        },
        /** In seconds since 1970. */
        EPOCH_SECONDS(Duration.ofSeconds(1)) {
            @Override
            String text(Instant time) {
                return Long.toString(time.getEpochSecond());
            }
        },
        /** In milliseconds since 1970. */
        EPOCH_MILLIS(Duration.ofMillis(1)) {
            @Override
            String text(Instant time) {
                return Long.toString(time.toEpochMilli());
            }
        };

        private final Duration smallest;

        Format(Duration smallest) {
            this.smallest = smallest;
        }

        abstract String text(Instant time);

        String begin(LocalDate day, ZoneId zone) {
            return text(day.atStartOfDay(zone).toInstant());
        }

        String end(LocalDate day, ZoneId zone, boolean exclusive) {
            Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
            return text(exclusive ? end : end.minus(smallest));
        }
    }
}
