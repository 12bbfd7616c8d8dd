package io.synctracker.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of a run. Immutable.
 *
 * @param number 1 for the first
 * @param node the process that made it
 * @param startedAt when it began
 * @param endedAt when it ended; {@code null} while it goes on
 * @param outcome {@code running}, {@code succeeded}, {@code conflicted}, {@code failed}, {@code deferred},
 *     {@code cancelled}, {@code timed-out} or {@code lost}, which is one whose process died
 * @param error why it did not succeed; masked
 */
public record JobAttempt(
        int number,
        String node,
        Instant startedAt,
        @Nullable Instant endedAt,
        String outcome,
        @Nullable String error) {}
