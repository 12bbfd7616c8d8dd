package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.outbox.Claim;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.target.SyncTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one target: takes entries, prepares them, has the calls made, and settles what came of them. Belongs to
 * one thread, but {@link #ring()}. After an exception it may be used on: what it had in hand it still has.
 */
final class TargetWorker {

    private static final Logger LOGGER = LoggerFactory.getLogger(TargetWorker.class);

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
    private final NextBatch next;
    private boolean mayClaimAhead;

    /** Whether the circuit has opened since a claim was begun. */
    private boolean closedMeanwhile;

    private long lookedAt = System.nanoTime();

    TargetWorker(SyncTarget target, Shared shared, RateLimit rateLimit) {
        this.system = target.name();
        this.shared = shared;
        this.next = new NextBatch(system);
        RelaySettings settings = shared.settings();
        preparer = new Preparer(system, shared.entities(), shared.links(), shared.leases());
        outcomes = new Outcomes(system, settings.of(system).breaker(), shared);
        holding = new Holding(shared.leases(), settings.lease(), settings.callTimeout());
        caller = new Caller(target, shared, rateLimit, holding::covers);
        intake = new Intake(system, shared, rateLimit, holding, preparer, caller.callSize());
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
        return inHandCount() > 0 || !done.isEmpty();
    }

    boolean hasRoom() {
        return intake.hasRoom(inHandCount());
    }

    int settled() {
        return outcomes.settled();
    }

    private int inHandCount() {
        return stock.size() + caller.lanes().openDeliveries();
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
        return accept(intake.take());
    }

    private Claim accept(Intake.Taken taken) {
        intake.accept(taken, stock, done, Stock.entities(inHand()));
        outcomes.claimed(taken.claim());
        return taken.claim();
    }

    /** Lets {@link #step} begin to take the next entries, once there is room, while it settles the last ones. */
    void mayClaimAhead(boolean may) {
        mayClaimAhead = may;
    }

    /** Returns whether entries are being taken now. */
    boolean isClaimingAhead() {
        return next.isUnderWay();
    }

    /** Returns what was taken while others were settled, once, or {@code null} if there is nothing yet. */
    @Nullable
    Claim claimedAhead() {
        Intake.Taken taken = next.poll();
        if (taken == null) {
            return null;
        }
        Claim claim = accept(taken);
        if (closedMeanwhile) {
            release();
        }
        return claim;
    }

    private void claimAhead() {
        if (mayClaimAhead && !done.isEmpty() && hasRoom() && !next.isUnderWay() && isWell()) {
            mayClaimAhead = false;
            closedMeanwhile = false;
            Set<EntityRef> underWay = Stock.entities(inHand());
            done.forEach(result -> underWay.add(result.entry().entity()));
            next.begin(() -> intake.takePrepared(underWay), caller.lanes()::nudge);
        }
    }

    /**
     * Returns whether what is to be settled has no bearing on whether more may be taken: a failure may open the circuit,
     * and an entry whose lease is about to end could be taken a second time here.
     */
    private boolean isWell() {
        return !outcomes.isProbing()
                && !holding.mayNeedRenewal()
                && done.stream().noneMatch(result -> result.answer() == Result.Answer.DEFERRED);
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
        settle(); // something is left to be settled after an outage, and what is prepared may depend on it
        prepare();
        settle();
        long wait = Math.min(pollNanos, caller.submit(stock));
        if (!stock.hasQueued()) {
            boolean forNothing = wait == Long.MAX_VALUE && caller.lanes().open().isEmpty();
            caller.collect(forNothing ? 0 : wait, stock, done);
            claimAhead();
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
        if (!holding.mayNeedRenewal()) {
            return;
        }
        List<LeasedEntry> inHand = inHand();
        holding.keep(inHand);
        if (inHand.isEmpty() || !holding.mayNeedRenewal()) {
            return;
        }
        Set<LeasedEntry> ours = holding.renew(inHand);
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
            intake.accept(preparer.prepare(queued, others::contains), stock, done);
        } catch (RuntimeException e) {
            queued.forEach(stock::queue);
            throw e;
        }
    }

    private void settle() {
        while (!done.isEmpty()) {
            boolean mayGoOn = outcomes.settle(done);
            if (stock.hasHeld()) {
                stock.queueFreed(Stock.entities(inHand()));
            }
            caller.goOn();
            if (!mayGoOn) {
                closedMeanwhile = true;
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
        long end = System.nanoTime() + limit.toNanos();
        try {
            release();
            settle();
        } finally {
            finishClaimAhead(end - System.nanoTime());
        }
        await(Duration.ofNanos(end - System.nanoTime()));
        caller.lanes().interrupt();
        await(AFTER_INTERRUPT);
    }

    private void finishClaimAhead(long nanos) {
        try {
            Intake.Taken taken = next.await(Duration.ofNanos(Math.max(0, nanos)));
            if (taken != null) {
                accept(taken);
                release();
                settle();
            }
        } catch (RuntimeException | Error e) {
            LOGGER.debug("Nothing was taken ahead for {} when its relay stopped", system, e);
        } finally {
            next.close();
        }
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
