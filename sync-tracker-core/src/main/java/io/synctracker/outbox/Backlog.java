package io.synctracker.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one target has before it; read from indexes, so that a meter may ask for it every few seconds.
 *
 * @param system the target
 * @param pending entries that wait or are being delivered
 * @param failed entries that failed for good
 * @param oldestPending the age of the entry that has waited longest, or {@code null} if none waits
 */
public record Backlog(
        String system, long pending, long failed, @Nullable Duration oldestPending) {}
