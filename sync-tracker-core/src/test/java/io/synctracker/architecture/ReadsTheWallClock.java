package io.synctracker.architecture;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.List;

/** Breaks the rule that time comes from a clock, in each way there is. */
final class ReadsTheWallClock {

    List<Object> now() {
        return List.of(
                Instant.now(),
                LocalDateTime.now(ZoneOffset.UTC),
                System.currentTimeMillis(),
                Clock.systemUTC(),
                InstantSource.system(),
                new Date(),
                Calendar.getInstance());
    }
}
