package io.synctracker.relay;

import io.synctracker.outbox.Claim;
import io.synctracker.target.SyncTarget;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One target's thread: delivers while there is something to deliver, and sleeps until somebody rings or it is time. */
final class TargetLoop implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(TargetLoop.class);

    /**
     * When to look again if there was reason to look and nothing was found: another relay may have had the entry locked
     * for a moment, and on MariaDB even one of another target, whose entries are neighbours in the index.
     */
    private static final long SECOND_LOOK = TimeUnit.MILLISECONDS.toNanos(50);

    private final TargetWorker worker;
    private final Shared shared;
    private final Outage outage;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean hasRoom = true;
    private boolean due = true;
    private boolean lookedAgain;
    private long nextPoll = System.nanoTime();

    TargetLoop(SyncTarget target, Shared shared, RateLimit rateLimit) {
        this.shared = shared;
        worker = new TargetWorker(target, shared, rateLimit);
        outage = new Outage("The relay of " + target.name());
        thread = new Thread(this, "sync-tracker-relay-" + target.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void ring() {
        worker.ring();
    }

    /** Returns whether an entry that comes in now is taken at once. */
    boolean hasRoom() {
        return hasRoom;
    }

    void beginToStop() {
        stopping = true;
        worker.ring();
    }

    /** Waits for the thread to end. */
    void join(Duration limit) {
        try {
            thread.join(Math.max(1, limit.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                turn();
                outage.over();
            } catch (Throwable failure) {
                // Errors too: this thread is the only one that delivers to its target.
                pause(outage.failed(failure));
            }
        }
        finish();
    }

    private void turn() {
        Claim ahead = worker.claimedAhead();
        if (ahead != null) {
            claimed(ahead);
            // What was being settled then may have kept entries locked, and in some databases their neighbours too.
            due = true;
        }
        if ((due || nextPoll - System.nanoTime() <= 0) && worker.hasRoom() && !worker.isClaimingAhead()) {
            claimed(worker.claim());
        }
        hasRoom = worker.hasRoom() && !worker.isClaimingAhead();
        worker.mayClaimAhead(due);
        long untilPoll = hasRoom
                ? Math.max(0, nextPoll - System.nanoTime())
                : shared.settings().pollInterval().toNanos();
        worker.step(due && hasRoom ? 0 : untilPoll);
        due |= worker.takeNews();
    }

    private void claimed(Claim claim) {
        boolean lookAgain = due && claim.entries().isEmpty() && !lookedAgain;
        lookedAgain = lookAgain;
        long poll = shared.settings().pollInterval().toNanos();
        nextPoll = System.nanoTime() + (lookAgain ? Math.min(poll, SECOND_LOOK) : poll);
        due = claim.more();
    }

    private void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !stopping; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, Math.min(left, 100_000_000));
        }
    }

    private void finish() {
        try {
            worker.finish(shared.settings().shutdownTimeout());
        } catch (RuntimeException | Error e) {
            LOGGER.warn("{} could not give everything back; it is free when its lease ends", thread.getName(), e);
        }
    }
}
