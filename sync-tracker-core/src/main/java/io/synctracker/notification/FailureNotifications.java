package io.synctracker.notification;

import io.synctracker.job.JobFinished;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.store.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of runs that have failed, each service and action once in a quiet time by each notifier, over all processes. Works
 * on a thread of its own, so a slow mail server holds up no run. Thread-safe.
 */
public final class FailureNotifications implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(FailureNotifications.class);
    private static final int WAITING = 100;

    private final List<Notifier> notifiers;
    private final Duration quiet;
    private final Notices notices;
    private final ThreadPoolExecutor thread;

    /**
     * Prepares to tell; nothing is told yet.
     *
     * @param dataSource where the tables are
     * @param dialect the database's dialect
     * @param notifiers whom to tell
     * @param quiet how long a notifier hears nothing more of the same service and action; zero tells of each
     */
    public FailureNotifications(DataSource dataSource, Dialect dialect, List<Notifier> notifiers, Duration quiet) {
        this.notifiers = List.copyOf(notifiers);
        this.quiet = quiet;
        this.notices = new Notices(dataSource, dialect);
        this.thread = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread worker = new Thread(task, "sync-tracker-notifications");
            worker.setDaemon(true);
            return worker;
        });
    }

    /**
     * Tells of a run if it has failed; returns at once.
     *
     * @param event the run
     */
    public void on(JobFinished event) {
        if (event.run().status() != JobStatus.FAILED || notifiers.isEmpty()) {
            return;
        }
        try {
            thread.execute(() -> tell(event.run()));
        } catch (RejectedExecutionException e) {
            LOGGER.warn(
                    "Nobody is told that run {} has failed: {} notifications wait already, or this process ends",
                    event.run().id(),
                    WAITING);
        }
    }

    private void tell(JobRun run) {
        for (Notifier notifier : notifiers) {
            try {
                tell(notifier, run);
            } catch (Exception e) { // whatever a notifier throws, the others are told
                LOGGER.warn("{} could not be told that run {} has failed", notifier.name(), run.id(), e);
            }
        }
    }

    private void tell(Notifier notifier, JobRun run) throws Exception {
        String key = notifier.name() + ":" + run.service() + "/" + run.action();
        OptionalLong untold = notices.claim(key, quiet);
        if (untold.isEmpty()) {
            return;
        }
        try {
            notifier.tell(new Notification(run, untold.getAsLong()));
        } catch (Exception e) {
            notices.forget(key);
            throw e;
        }
    }

    /** Tells what waits, for at most five seconds, and stops. */
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }
}
