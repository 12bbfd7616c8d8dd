package io.synctracker.outbox;

import io.synctracker.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Durations as the database counts them. */
final class Micros {

    private Micros() {}

    static long of(Duration duration) {
        return TimeUnit.MICROSECONDS.convert(duration);
    }

    /** Returns how much later one time of a row is than another. */
    static long between(Dialect dialect, ResultSet row, String from, String to) throws SQLException {
        Instant start = Objects.requireNonNull(dialect.instant(row, from));
        Instant end = Objects.requireNonNull(dialect.instant(row, to));
        return ChronoUnit.MICROS.between(start, end);
    }
}
