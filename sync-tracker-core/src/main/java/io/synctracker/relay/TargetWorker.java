package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.model.TrackedModel;
import io.synctracker.outbox.Claim;
import io.synctracker.outbox.ClaimRequest;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to one target: takes entries, prepares them, has the calls made, and settles what came of them. Belongs to
 * one thread, but {@link #ring()}. After an exception it may be used on: what it had in hand it still has.
 */
final class TargetWorker {

    /** So many entities may be stuck in calls that do not return before the target is given no more. */
    private static final int MAX_HUNG = 32;

    private static final Duration AFTER_INTERRUPT = Duration.ofMillis(500);

    private final String system;
    private final TargetSettings target;
    private final Shared shared;
    private final RateLimit rateLimit;
    private final Preparer preparer;
    private final Verdict verdict;
    private final Outcomes outcomes;
    private final Holding holding;
    private final Fuse fuse;
    private final Lanes lanes;
    private final int callSize;
    private final Stock stock = new Stock();
    private final List<Result> done = new ArrayList<>();
    private long lookedAt = System.nanoTime();

    TargetWorker(SyncTarget target, Shared shared, RateLimit rateLimit) {
        this.system = target.name();
        this.target = shared.settings().of(system);
        this.shared = shared;
        this.rateLimit = rateLimit;
        preparer = new Preparer(system, shared.entities(), shared.links(), shared.leases());
        verdict = new Verdict(this.target.retry(), new Discretion(shared.entities()));
        outcomes = new Outcomes(system, this.target.breaker(), shared);
        holding = new Holding(shared.leases(), shared.settings().lease(), callTimeout());
        Invoker invoker = new Invoker(target, shared.interceptors());
        callSize = invoker.batchSize();
        fuse = new Fuse(this.target.breaker().failures());
        lanes = new Lanes(
                this.target.concurrency(),
                shared.calls(),
                invoker,
                time -> shared.listeners().called(system, time),
                shared.hung(),
                call -> !fuse.isBlown() && holding.covers(call),
                fuse::note);
    }

    private Duration callTimeout() {
        return shared.settings().callTimeout();
    }

    /** Wakes the thread of this worker. Thread-safe. */
    void ring() {
        lanes.ring();
    }

    /** Returns whether there is reason to claim: somebody rang, or something that waited is free. */
    boolean takeNews() {
        boolean rang = lanes.wasRung();
        return outcomes.takeWoken() || rang;
    }

    boolean hasWork() {
        return !inHand().isEmpty() || !done.isEmpty();
    }

    /** Returns whether so little is in hand that more should be taken before it runs out. */
    boolean hasRoom() {
        return inHand().size() <= batchSize() / 2 && shared.hung().of(system) < MAX_HUNG;
    }

    int settled() {
        return outcomes.settled();
    }

    private int batchSize() {
        return Math.max(shared.settings().batchSize(), callSize);
    }

    /** Returns the entries that are taken and not answered. */
    private List<LeasedEntry> inHand() {
        List<LeasedEntry> entries = stock.entries();
        lanes.open().forEach(call -> call.deliveries().forEach(delivery -> entries.add(delivery.entry())));
        return entries;
    }

    /** Takes due entries. */
    Claim claim() {
        Duration lease = shared.settings().lease();
        int limit = rateLimit.within(batchSize(), lease.toNanos() / 2);
        long sentAt = System.nanoTime();
        Claim claim = shared.leases()
                .claim(new ClaimRequest(system, limit, lease, target.breaker().failures(), this::folds));
        holding.taken(claim.entries(), sentAt);
        outcomes.claimed(claim);
        for (LeasedEntry entry : claim.entries()) {
            if (shared.hung().contains(system, entry.entity())) {
                done.add(Result.released(entry, "waiting for an earlier call to return", callTimeout()));
            } else {
                stock.queue(entry);
            }
        }
        return claim;
    }

    private boolean folds(String type) {
        return shared.entities()
                .models()
                .byName(type)
                .filter(TrackedModel::coalesce)
                .isPresent();
    }

    /**
     * Does what can be done, and waits for calls to come back.
     *
     * @param pollNanos how long to wait at most, also with nothing under way; {@link Long#MAX_VALUE} to wait for calls
     *     and not for anything else
     */
    void step(long pollNanos) {
        lookForPause();
        renew();
        prepare();
        settle();
        long untilFree = submit();
        if (!stock.hasQueued()) {
            collect(waitNanos(pollNanos, untilFree));
            settle();
        }
    }

    private long waitNanos(long pollNanos, long untilFree) {
        long wait = Math.min(pollNanos, untilFree);
        if (!lanes.open().isEmpty()) {
            return Math.min(wait, lanes.untilFirst(callTimeout()));
        }
        return wait == Long.MAX_VALUE ? 0 : wait;
    }

    /** A person who pauses a target means the entries that are taken already, too. */
    private void lookForPause() {
        long now = System.nanoTime();
        if (now - lookedAt < shared.settings().pollInterval().toNanos()) {
            return;
        }
        lookedAt = now;
        if (!outcomes.isProbing() && hasWork() && !shared.leases().isOpen(system)) {
            release();
        }
    }

    private void renew() {
        List<LeasedEntry> inHand = inHand();
        if (inHand.isEmpty() || !holding.needsRenewal(inHand)) {
            return;
        }
        Set<Long> ours = holding.renew(inHand);
        holding.keep(inHand);
        if (ours.size() < inHand.size()) {
            // Calls that run already are settled, or rather not, when they come back.
            lanes.withdraw().forEach(stock::putBack);
            int before = stock.entries().size();
            stock.keep(ours);
            shared.listeners().leaseLost(system, before - stock.entries().size());
        }
    }

    private void prepare() {
        if (!stock.hasQueued()) {
            return;
        }
        List<LeasedEntry> queued = stock.takeQueued();
        Set<EntityRef> others = Stock.entities(inHand());
        try {
            Prepared prepared = preparer.prepare(queued, others::contains);
            stock.add(prepared);
            done.addAll(prepared.results);
        } catch (RuntimeException e) {
            queued.forEach(stock::queue);
            throw e;
        }
    }

    /** Hands over what may be called now; returns in how many nanoseconds more may. */
    private long submit() {
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

    private void collect(long nanos) {
        for (Call call : lanes.await(nanos)) {
            if (call.hasEnded()) {
                judge(call, call.answers());
            } else {
                stock.putBack(call);
            }
        }
        giveUp(callTimeout());
    }

    private void giveUp(Duration limit) {
        for (Call call : lanes.giveUp(limit)) {
            DeliveryResult late = DeliveryResult.deferred("no answer within " + limit.toMillis() + " ms");
            judge(call, Collections.nCopies(call.deliveries().size(), late));
        }
    }

    private void judge(Call call, List<@Nullable DeliveryResult> answers) {
        for (int i = 0; i < answers.size(); i++) {
            done.add(verdict.of(call.deliveries().get(i), answers.get(i)));
        }
    }

    private void settle() {
        while (!done.isEmpty()) {
            boolean mayGoOn = outcomes.settle(done);
            stock.queueFreed(Stock.entities(inHand()));
            fuse.reset();
            if (!mayGoOn) {
                release();
            }
        }
        releaseDeadlocked();
    }

    /** Entries that only wait for each other would wait for ever. */
    private void releaseDeadlocked() {
        List<LeasedEntry> entries = stock.entries();
        if (!entries.isEmpty()
                && !stock.hasQueued()
                && !stock.hasReady()
                && lanes.open().isEmpty()) {
            for (LeasedEntry entry : stock.takeAll()) {
                done.add(Result.released(entry, "waiting for each other", WaitTimes.forParent(entry)));
            }
        }
    }

    /** Gives back what is not called for yet. */
    private void release() {
        lanes.withdraw().forEach(stock::putBack);
        stock.takeAll().forEach(entry -> done.add(Result.released(entry, null, Duration.ZERO)));
    }

    /**
     * Gives back what is not called for yet, and waits for the calls that are under way.
     *
     * @param limit how long to wait; what runs on is left to its lease, since it may still reach the target
     */
    void finish(Duration limit) {
        release();
        settle();
        await(limit);
        lanes.interrupt();
        await(AFTER_INTERRUPT);
    }

    private void await(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); !lanes.open().isEmpty() && left > 0; left = end - System.nanoTime()) {
            collect(Math.min(left, lanes.untilFirst(callTimeout())));
            settle();
        }
    }

    /** Returns whether the thread was interrupted while it waited; the mark is taken away, or waiting would be busy. */
    boolean wasInterrupted() {
        return lanes.wasInterrupted();
    }
}
