package io.synctracker.job;

import io.synctracker.job.JobStoppedException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls jobs, each on a thread of its own: one that hangs is left behind, and its run goes on without it. What it may still
 * do cannot be stored, for the run is no longer its own.
 */
final class JobCall {

    private static final Logger LOGGER = LoggerFactory.getLogger(JobCall.class);

    private final Duration grace;

    /**
     * Makes a caller.
     *
     * @param grace how long a job has to end after it was interrupted
     */
    JobCall(Duration grace) {
        this.grace = grace;
    }

    Ending call(SyncJob job, RunningTry attempt, Duration timeout) {
        CompletableFuture<Ending> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> result.complete(run(job, attempt)),
                "sync-tracker-run-" + attempt.run().id());
        thread.setDaemon(true);
        thread.start();
        Reason reason;
        try {
            return get(result, timeout);
        } catch (TimeoutException e) {
            reason = Reason.TIMED_OUT;
        } catch (InterruptedException e) {
            reason = Reason.SHUTTING_DOWN;
        }
        attempt.stop(reason);
        thread.interrupt();
        return afterInterrupt(result, reason, attempt.run());
    }

    private static Ending get(CompletableFuture<Ending> result, Duration timeout)
            throws InterruptedException, TimeoutException {
        try {
            return result.get(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            return Ending.thrown(e);
        }
    }

    /** A second interrupt changes nothing: there is only so much time anyway. */
    private Ending afterInterrupt(CompletableFuture<Ending> result, Reason reason, JobRun run) {
        try {
            return get(result, grace).after(reason);
        } catch (TimeoutException | InterruptedException e) {
            LOGGER.error(
                    "Run {} of {}/{} does not end on being interrupted; its thread is left behind",
                    run.id(),
                    run.service(),
                    run.action());
            return Ending.abandoned(reason);
        }
    }

    // Whatever it throws is the end of a try, an Error too: it is told of where the try is settled.
    private static Ending run(SyncJob job, RunningTry attempt) {
        try {
            return Ending.returned(job.run(attempt));
        } catch (Throwable failure) {
            return Ending.thrown(failure);
        }
    }
}
