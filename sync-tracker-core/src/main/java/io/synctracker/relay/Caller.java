package io.synctracker.relay;

import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Has a worker's calls made, within the limits of the target, and judges what comes back. */
final class Caller {

    private final TargetSettings target;
    private final Duration timeout;
    private final RateLimit rateLimit;
    private final Verdict verdict;
    private final Fuse fuse;
    private final Lanes lanes;
    private final int callSize;

    /**
     * Creates a caller.
     *
     * @param covered whether the lease of a call's entries outlasts it, if it begins now
     */
    Caller(SyncTarget target, Shared shared, RateLimit rateLimit, Predicate<Call> covered) {
        String system = target.name();
        this.target = shared.settings().of(system);
        this.timeout = shared.settings().callTimeout();
        this.rateLimit = rateLimit;
        verdict = new Verdict(this.target.retry(), new Discretion(shared.entities()));
        fuse = new Fuse(this.target.breaker().failures());
        Invoker invoker = new Invoker(target, shared.interceptors());
        callSize = invoker.batchSize();
        lanes = new Lanes(
                this.target.concurrency(),
                shared.calls(),
                invoker,
                time -> shared.listeners().called(system, time),
                shared.hung(),
                call -> !fuse.isBlown() && covered.test(call),
                fuse::note);
    }

    int callSize() {
        return callSize;
    }

    Lanes lanes() {
        return lanes;
    }

    /** Allows calls again, after what came of the last ones is written. */
    void goOn() {
        fuse.reset();
    }

    /** Hands over what may be called now; returns in how many nanoseconds more may. */
    long submit(Stock stock) {
        while (stock.hasReady() && hasFreeLane()) {
            long wait = rateLimit.take();
            if (wait > 0) {
                return wait;
            }
            lanes.submit(new Call(stock.takeReady(callSize)));
        }
        return Long.MAX_VALUE;
    }

    /** Without a limit, a lane that ends a call finds the next one waiting; with one, calls must not pile up. */
    private boolean hasFreeLane() {
        return !rateLimit.limits() || lanes.open().size() < target.concurrency();
    }

    /**
     * Waits for calls to come back, or to be late.
     *
     * @param nanos how long at most
     * @param stock receives what was not called for
     * @param done receives what came of the others
     */
    void collect(long nanos, Stock stock, List<Result> done) {
        long wait = lanes.open().isEmpty() ? nanos : Math.min(nanos, lanes.untilFirst(timeout));
        for (Call call : lanes.await(wait)) {
            if (call.hasEnded()) {
                judge(call, call.answers(), done);
            } else {
                stock.putBack(call);
            }
        }
        for (Call call : lanes.giveUp(timeout)) {
            DeliveryResult late = DeliveryResult.deferred("no answer within " + timeout.toMillis() + " ms");
            judge(call, Collections.nCopies(call.deliveries().size(), late), done);
        }
    }

    private void judge(Call call, List<@Nullable DeliveryResult> answers, List<Result> done) {
        for (int i = 0; i < answers.size(); i++) {
            done.add(verdict.of(call.deliveries().get(i), answers.get(i)));
        }
    }

    /** Takes back the calls that have not begun. */
    void withdraw(Stock stock) {
        lanes.withdraw().forEach(stock::putBack);
    }
}
