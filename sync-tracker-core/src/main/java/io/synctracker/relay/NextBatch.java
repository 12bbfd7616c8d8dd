package io.synctracker.relay;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The batch that is taken on a thread of its own while the worker settles the last one, so that neither waits for the
 * database's answer to the other. For the worker's thread.
 */
final class NextBatch {

    private final String name;
    private @Nullable ExecutorService thread;
    private @Nullable FutureTask<Intake.Taken> taken;

    NextBatch(String system) {
        name = "sync-tracker-claim-" + system;
    }

    boolean isUnderWay() {
        return taken != null;
    }

    /**
     * Begins to take a batch.
     *
     * @param take takes it
     * @param whenDone called on the other thread once {@link #poll} returns the batch
     */
    void begin(Supplier<Intake.Taken> take, Runnable whenDone) {
        ExecutorService own = thread;
        if (own == null) {
            own = Executors.newSingleThreadExecutor(work -> {
                Thread created = new Thread(work, name);
                created.setDaemon(true);
                return created;
            });
            thread = own;
        }
        FutureTask<Intake.Taken> task = new FutureTask<>(take::get) {
            @Override
            protected void done() {
                whenDone.run();
            }
        };
        own.execute(task);
        taken = task;
    }

    /**
     * Returns the batch if it is there, once.
     *
     * @throws RuntimeException what taking it has thrown
     */
    Intake.@Nullable Taken poll() {
        FutureTask<Intake.Taken> future = taken;
        return future != null && future.isDone() ? await(Duration.ZERO) : null;
    }

    /**
     * Waits for the batch that is under way, if any.
     *
     * @param limit for how long
     * @return the batch, once; {@code null} if there is none in that time
     * @throws RuntimeException what taking it has thrown
     */
    Intake.@Nullable Taken await(Duration limit) {
        FutureTask<Intake.Taken> future = taken;
        if (future == null) {
            return null;
        }
        try {
            Intake.Taken batch = future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            taken = null;
            return batch;
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            taken = null;
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** Ends the thread; what it still takes is left to its lease. */
    void close() {
        if (thread != null) {
            thread.shutdown();
        }
    }
}
