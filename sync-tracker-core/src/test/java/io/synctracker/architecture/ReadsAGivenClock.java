package io.synctracker.architecture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

/** Keeps the rule that time comes from a clock. */
final class ReadsAGivenClock {

    List<Object> now(Clock clock) {
        return List.of(Instant.now(clock), LocalDate.now(clock), new Date(clock.millis()), System.nanoTime());
    }
}
