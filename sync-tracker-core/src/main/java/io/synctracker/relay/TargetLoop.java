package io.synctracker.relay;

import io.synctracker.target.SyncTarget;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One target's thread: delivers while there is something to deliver, and sleeps until somebody rings or it is time. */
final class TargetLoop implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(TargetLoop.class);

    private final TargetWorker worker;
    private final Shared shared;
    private final Outage outage;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean hasRoom = true;
    private boolean due = true;
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
        if ((due || nextPoll - System.nanoTime() <= 0) && worker.hasRoom()) {
            due = worker.claim();
            nextPoll = System.nanoTime() + shared.settings().pollInterval().toNanos();
        }
        hasRoom = worker.hasRoom();
        long untilPoll = hasRoom
                ? Math.max(0, nextPoll - System.nanoTime())
                : shared.settings().pollInterval().toNanos();
        worker.step(due && hasRoom ? 0 : untilPoll);
        due |= worker.takeNews();
    }

    private void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !stopping; left = end - System.nanoTime()) {
            java.util.concurrent.locks.LockSupport.parkNanos(this, Math.min(left, 100_000_000));
        }
    }

    private void finish() {
        try {
            worker.finish(shared.settings().shutdownTimeout());
        } catch (RuntimeException e) {
            LOGGER.warn("{} could not give everything back; it is free when its lease ends", thread.getName(), e);
        }
    }
}
