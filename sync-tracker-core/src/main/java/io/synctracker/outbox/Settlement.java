package io.synctracker.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an entry that was held; for the relay.
 *
 * @param entry the entry
 * @param status where it stands from now on; {@link SyncLogStatus#PENDING} if it is tried again
 * @param outcome in which way it was answered for; {@code null} unless it is completed
 * @param error why it failed, or what it waits for, or {@code null}
 * @param delay after which time it may be taken again, if it is pending
 * @param attempted whether the attempt counts
 */
public record Settlement(
        LeasedEntry entry,
        SyncLogStatus status,
        @Nullable EntryOutcome outcome,
        @Nullable String error,
        Duration delay,
        boolean attempted) {

    /**
     * Returns that an entry has been answered for.
     *
     * @param entry the entry
     * @param outcome in which way
     */
    public static Settlement completed(LeasedEntry entry, EntryOutcome outcome) {
        return new Settlement(entry, SyncLogStatus.COMPLETED, outcome, null, Duration.ZERO, true);
    }

    /**
     * Returns that an entry has failed for good.
     *
     * @param entry the entry
     * @param error why
     */
    public static Settlement failed(LeasedEntry entry, String error) {
        return new Settlement(entry, SyncLogStatus.FAILED, null, error, Duration.ZERO, true);
    }

    /**
     * Returns that an entry is tried again.
     *
     * @param entry the entry
     * @param error why the attempt failed
     * @param delay after which time
     */
    public static Settlement deferred(LeasedEntry entry, String error, Duration delay) {
        return new Settlement(entry, SyncLogStatus.PENDING, null, error, delay, true);
    }

    /**
     * Returns that an entry is given back as if it had not been taken.
     *
     * @param entry the entry
     * @param reason what it waits for, or {@code null}
     * @param delay after which time it may be taken again
     */
    public static Settlement released(LeasedEntry entry, @Nullable String reason, Duration delay) {
        return new Settlement(entry, SyncLogStatus.PENDING, null, reason, delay, false);
    }
}
