package io.synctracker.web;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What all controllers share; one bean, so that nothing of it is in the host's way.
 *
 * @param json reads and writes
 * @param caller knows who asks
 * @param clock says when
 * @param views shows runs
 * @param buckets counts requests
 * @param transactions makes one of what a request changes
 */
record WebParts(
        Json json,
        Caller caller,
        Clock clock,
        RunViews views,
        TokenBuckets buckets,
        TransactionOperations transactions) {

    /** Does all of something or nothing of it. */
    <R> R atomically(Supplier<R> work) {
        return requireNonNull(transactions.execute(status -> work.get()));
    }

    /** Does all of something or nothing of it. */
    void atomically(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }
}
