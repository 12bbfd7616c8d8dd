package io.synctracker.schedule;

import io.synctracker.connector.Connections;
import io.synctracker.job.JobContext;
import io.synctracker.job.JobOutcome;
import io.synctracker.job.SyncJob;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A pull that ends when a test lets it. */
final class HeldPull implements SyncJob {

    final AtomicInteger started = new AtomicInteger();
    private final Semaphore permits = new Semaphore(0);

    void letEnd(int runs) {
        permits.release(runs);
    }

    @Override
    public String service() {
        return "awin";
    }

    @Override
    public String action() {
        return Connections.PULL;
    }

    @Override
    public JobOutcome run(JobContext job) throws InterruptedException {
        started.incrementAndGet();
        permits.acquire();
        return JobOutcome.succeeded();
    }
}
