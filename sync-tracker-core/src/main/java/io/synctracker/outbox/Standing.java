package io.synctracker.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What the entries of one entity for one target say; for the relay.
 *
 * @param firstOpen the first entry that is pending or failed, or {@code null} if all are completed
 * @param lastPending the last entry that is pending, or {@code null}
 * @param lastOutcome in which way the last completed one was answered for, or {@code null}
 */
public record Standing(
        @Nullable Long firstOpen,
        @Nullable Long lastPending,
        @Nullable EntryOutcome lastOutcome) {}
