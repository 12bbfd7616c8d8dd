package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.outbox.Claim;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.target.SyncTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Delivers to one target: takes entries, prepares them, has the calls made, and settles what came of them. Belongs to
 * one thread, but {@link #ring()}. After an exception it may be used on: what it had in hand it still has.
 */
final class TargetWorker {

    private static final Duration AFTER_INTERRUPT = Duration.ofMillis(500);

    private final String system;
    private final Shared shared;
    private final Preparer preparer;
    private final Outcomes outcomes;
    private final Holding holding;
    private final Caller caller;
    private final Intake intake;
    private final Stock stock = new Stock();
    private final List<Result> done = new ArrayList<>();
    private long lookedAt = System.nanoTime();

    TargetWorker(SyncTarget target, Shared shared, RateLimit rateLimit) {
        this.system = target.name();
        this.shared = shared;
        RelaySettings settings = shared.settings();
        preparer = new Preparer(system, shared.entities(), shared.links(), shared.leases());
        outcomes = new Outcomes(system, settings.of(system).breaker(), shared);
        holding = new Holding(shared.leases(), settings.lease(), settings.callTimeout());
        caller = new Caller(target, shared, rateLimit, holding::covers);
        intake = new Intake(system, shared, rateLimit, holding, caller.callSize());
    }

    /** Wakes the thread of this worker. Thread-safe. */
    void ring() {
        caller.lanes().ring();
    }

    /** Returns whether there is reason to claim: somebody rang, or something that waited is free. */
    boolean takeNews() {
        boolean rang = caller.lanes().wasRung();
        return outcomes.takeWoken() || rang;
    }

    /** Returns whether the thread was interrupted while it waited; the mark is taken away, or waiting would be busy. */
    boolean wasInterrupted() {
        return caller.lanes().wasInterrupted();
    }

    boolean hasWork() {
        return !inHand().isEmpty() || !done.isEmpty();
    }

    boolean hasRoom() {
        return intake.hasRoom(inHand().size());
    }

    int settled() {
        return outcomes.settled();
    }

    /** Returns the entries that are taken and not answered. */
    private List<LeasedEntry> inHand() {
        List<LeasedEntry> entries = stock.entries();
        caller.lanes().open().forEach(call -> call.deliveries().forEach(delivery -> entries.add(delivery.entry())));
        return entries;
    }

    /**
     * Takes due entries, after it has written what came of others and renewed what it holds: leases may have ended while
     * the database was down, and what came back in the meantime must not be taken again.
     */
    Claim claim() {
        caller.collect(0, stock, done);
        settle();
        renew();
        Claim claim = intake.take(stock, done, Stock.entities(inHand()));
        outcomes.claimed(claim);
        return claim;
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
        long wait = Math.min(pollNanos, caller.submit(stock));
        if (!stock.hasQueued()) {
            boolean forNothing = wait == Long.MAX_VALUE && caller.lanes().open().isEmpty();
            caller.collect(forNothing ? 0 : wait, stock, done);
            settle();
        }
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
        Set<LeasedEntry> ours = holding.renew(inHand);
        holding.keep(inHand);
        if (ours.size() < inHand.size()) {
            // Calls that run already are settled, or rather not, when they come back.
            caller.withdraw(stock);
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

    private void settle() {
        while (!done.isEmpty()) {
            boolean mayGoOn = outcomes.settle(done);
            stock.queueFreed(Stock.entities(inHand()));
            caller.goOn();
            if (!mayGoOn) {
                release();
            }
        }
        releaseDeadlocked();
    }

    /** Entries that only wait for each other would wait for ever. */
    private void releaseDeadlocked() {
        if (!stock.hasQueued() && !stock.hasReady() && caller.lanes().open().isEmpty()) {
            for (LeasedEntry entry : stock.takeAll()) {
                done.add(Result.released(entry, "waiting for each other", WaitTimes.forParent(entry)));
            }
        }
    }

    /** Gives back what is not called for yet. */
    private void release() {
        caller.withdraw(stock);
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
        caller.lanes().interrupt();
        await(AFTER_INTERRUPT);
    }

    private void await(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        long left = limit.toNanos();
        while (!caller.lanes().open().isEmpty() && left > 0) {
            caller.collect(left, stock, done);
            settle();
            left = end - System.nanoTime();
        }
    }
}
