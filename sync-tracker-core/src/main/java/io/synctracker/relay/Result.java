package io.synctracker.relay;

import io.synctracker.SyncStatus;
import io.synctracker.outbox.EntryOutcome;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.outbox.Settlement;
import io.synctracker.tracking.LinkChange;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of an entry, on its way to be written.
 *
 * @param outcome what came of it
 * @param settlement what to write about the entry
 * @param link what to note about the entity in the system, or {@code null} for nothing
 * @param answer how the target answered
 * @param retryAfter for how long the target asked to be left alone; zero if it did not
 */
record Result(
        DeliveryOutcome outcome,
        Settlement settlement,
        @Nullable LinkChange link,
        Answer answer,
        Duration retryAfter) {

    /** What an answer says about the target's health. */
    enum Answer {
        /** It was not asked. */
        NONE,
        /** It works. */
        ALIVE,
        /** It could not be reached, or could not take it now. */
        DEFERRED
    }

    LeasedEntry entry() {
        return settlement.entry();
    }

    /** Completed without a call. */
    static Result skipped(LeasedEntry entry, EntryOutcome outcome) {
        return new Result(
                DeliveryOutcome.SKIPPED, Settlement.completed(entry, outcome), null, Answer.NONE, Duration.ZERO);
    }

    /** Given back as if it had not been taken. */
    static Result released(LeasedEntry entry, @Nullable String reason, Duration delay) {
        return new Result(
                DeliveryOutcome.RELEASED, Settlement.released(entry, reason, delay), null, Answer.NONE, Duration.ZERO);
    }

    /** Failed for good, without a word of the target's. */
    static Result failed(LeasedEntry entry, String error) {
        return failed(DeliveryOutcome.FAILED, entry, SyncStatus.FAILED, error, Answer.NONE);
    }

    /** Failed for good. */
    static Result failed(DeliveryOutcome outcome, LeasedEntry entry, SyncStatus status, String error, Answer answer) {
        return new Result(
                outcome,
                Settlement.failed(entry, error),
                LinkChange.failed(entry.change(), entry.system(), status, error),
                answer,
                Duration.ZERO);
    }

    /** Failed for good, because the answer cannot be noted. */
    Result unusable(String error) {
        return failed(DeliveryOutcome.FAILED, entry(), SyncStatus.FAILED, ErrorText.reason(error), answer);
    }
}
