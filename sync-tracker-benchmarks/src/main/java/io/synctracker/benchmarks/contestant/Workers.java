package io.synctracker.benchmarks.contestant;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Worker threads for contestants that leave the threads to the application. What comes while they are off is dropped. */
final class Workers implements Executor {

    private final int count;
    private final int queueLimit;
    private volatile @Nullable ThreadPoolExecutor pool;

    /**
     * Creates workers that are off.
     *
     * @param count how many
     * @param queueLimit how much may wait; who brings more does it himself
     */
    Workers(int count, int queueLimit) {
        this.count = Math.max(1, count);
        this.queueLimit = queueLimit;
    }

    void start() {
        RejectedExecutionHandler byCaller = new ThreadPoolExecutor.CallerRunsPolicy();
        pool = new ThreadPoolExecutor(
                count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(queueLimit), byCaller);
    }

    int waiting() {
        ThreadPoolExecutor running = pool;
        return running == null ? 0 : running.getQueue().size();
    }

    void stop() throws InterruptedException {
        ThreadPoolExecutor running = pool;
        pool = null;
        if (running != null) {
            running.getQueue().clear();
            running.shutdown();
            running.awaitTermination(20, TimeUnit.SECONDS);
        }
    }

    @Override
    public void execute(Runnable work) {
        ThreadPoolExecutor running = pool;
        if (running != null) {
            running.execute(work);
        }
    }
}
