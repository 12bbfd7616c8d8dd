package io.synctracker.relay;

import io.synctracker.SyncStatus;
import io.synctracker.outbox.EntryOutcome;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.outbox.Settlement;
import io.synctracker.target.DeliveryResult;
import io.synctracker.tracking.LinkChange;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Turns a target's answer into what is to be written. */
final class Verdict {

    private static final Duration LONGEST_WISH = Duration.ofHours(24);

    private final RetryPolicy retry;
    private final Discretion discretion;

    Verdict(RetryPolicy retry, Discretion discretion) {
        this.retry = retry;
        this.discretion = discretion;
    }

    Result of(EntryDelivery delivery, @Nullable DeliveryResult answer) {
        LeasedEntry entry = delivery.entry();
        if (answer instanceof DeliveryResult.Accepted accepted) {
            return accepted(delivery, accepted);
        }
        if (answer instanceof DeliveryResult.Rejected rejected) {
            return Result.failed(
                    DeliveryOutcome.REJECTED,
                    entry,
                    SyncStatus.FAILED,
                    reason(delivery, rejected.reason()),
                    Result.Answer.ALIVE);
        }
        if (answer instanceof DeliveryResult.Conflicted conflicted) {
            return Result.failed(
                    DeliveryOutcome.CONFLICTED,
                    entry,
                    SyncStatus.CONFLICT,
                    reason(delivery, conflicted.reason()),
                    Result.Answer.ALIVE);
        }
        if (answer instanceof DeliveryResult.Deferred deferred) {
            return deferred(delivery, deferred);
        }
        return deferred(delivery, new DeliveryResult.Deferred("The target gave no result for this delivery", null));
    }

    private static Result accepted(EntryDelivery delivery, DeliveryResult.Accepted accepted) {
        return new Result(
                DeliveryOutcome.ACCEPTED,
                Settlement.completed(delivery.entry(), EntryOutcome.ACCEPTED),
                LinkChange.synced(delivery.version(), delivery.system(), accepted.externalId(), accepted.metadata()),
                Result.Answer.ALIVE,
                Duration.ZERO);
    }

    private String reason(EntryDelivery delivery, String text) {
        return ErrorText.reason(discretion.mask(delivery, text));
    }

    private Result deferred(EntryDelivery delivery, DeliveryResult.Deferred deferred) {
        LeasedEntry entry = delivery.entry();
        String reason = reason(delivery, deferred.reason());
        if (entry.attempt() >= retry.maxAttempts()) {
            String error = ErrorText.reason("Given up after " + entry.attempt() + " attempts. The last: " + reason);
            return Result.failed(DeliveryOutcome.FAILED, entry, SyncStatus.FAILED, error, Result.Answer.DEFERRED);
        }
        Duration wish = wish(deferred.retryAfter());
        Duration delay = wish.isZero() ? retry.waitAfter(entry.attempt()) : spread(wish);
        return new Result(
                DeliveryOutcome.DEFERRED,
                Settlement.deferred(entry, reason, delay),
                LinkChange.failed(entry.change(), entry.system(), SyncStatus.PENDING, reason),
                Result.Answer.DEFERRED,
                wish);
    }

    private static Duration wish(@Nullable Duration retryAfter) {
        if (retryAfter == null || retryAfter.isNegative()) {
            return Duration.ZERO;
        }
        return retryAfter.compareTo(LONGEST_WISH) < 0 ? retryAfter : LONGEST_WISH;
    }

    /** All that were told the same time must not come back at the same moment; never earlier, though. */
    private Duration spread(Duration wish) {
        double share = retry.jitter() / 2 * ThreadLocalRandom.current().nextDouble();
        return wish.plusMillis(Math.round(wish.toMillis() * share));
    }
}
