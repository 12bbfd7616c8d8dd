package io.synctracker.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is stored. Immutable.
 *
 * @param id its number
 * @param draft what it is
 * @param owner who made it
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param lastFiredAt the planned time of its last firing; {@code null} before the first
 * @param nextFireAt when it fires next; {@code null} if it is disabled
 * @param runsToday how often it has fired on this day of its zone
 */
public record Schedule(
        long id,
        ScheduleDraft draft,
        @Nullable String owner,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastFiredAt,
        @Nullable Instant nextFireAt,
        int runsToday) {}
