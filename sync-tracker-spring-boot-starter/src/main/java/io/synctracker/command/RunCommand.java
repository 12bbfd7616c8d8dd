package io.synctracker.command;

import io.synctracker.SyncTrackerException;
import io.synctracker.connector.Connections;
import io.synctracker.job.JobRun;
import io.synctracker.job.SyncJobs;
import io.synctracker.schedule.Schedules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Enqueues what the command line asks for when the application is up, waits for its end, and ends the process. */
final class RunCommand implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOGGER = LoggerFactory.getLogger(RunCommand.class);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final Duration TELL = Duration.ofSeconds(5);

    private final RunRequest request;
    private final SyncJobs jobs;
    private final Connections connections;
    private final Schedules schedules;
    private final IntConsumer exit;

    RunCommand(RunRequest request, SyncJobs jobs, Connections connections, Schedules schedules, IntConsumer exit) {
        this.request = request;
        this.jobs = jobs;
        this.connections = connections;
        this.schedules = schedules;
        this.exit = exit;
    }

    /** Works on a thread of its own, which keeps the process alive until it is done. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        new Thread(() -> exit.accept(run().code()), "sync-tracker-run").start();
    }

    @SuppressWarnings("Slf4jDoNotLogMessageOfExceptionExplicitly") // at a terminal, the sentence and no stack
    ExitCode run() {
        try {
            List<JobRun> runs = request.enqueue(connections, schedules);
            List<JobRun> ended = new ArrayList<>();
            runs.forEach(run -> ended.add(awaitEnd(run)));
            return ExitCode.of(ended);
        } catch (SyncTrackerException e) {
            LOGGER.error("{}", e.getMessage());
            return ExitCode.REFUSED;
        } catch (RuntimeException e) { // whatever the database refuses
            LOGGER.error("{} could not be run", request.name(), e);
            return ExitCode.REFUSED;
        }
    }

    private JobRun awaitEnd(JobRun enqueued) {
        JobRun run = enqueued;
        long told = System.nanoTime();
        while (!run.status().finished()) {
            LockSupport.parkNanos(LOOK_NANOS);
            run = jobs.find(enqueued.id()).orElse(run);
            if (System.nanoTime() - told > TELL.toNanos()) {
                told = System.nanoTime();
                LOGGER.info(
                        "Run {} of {}: {}, {} done{}", run.id(), run.service(), run.status(), run.done(), ofTotal(run));
            }
        }
        LOGGER.info(
                "Run {} of {} ended as {}: {}{}",
                run.id(),
                run.service(),
                run.status(),
                run.counts(),
                run.error() == null ? "" : "; " + run.error());
        return run;
    }

    private static String ofTotal(JobRun run) {
        return run.total() == null ? "" : " of " + run.total();
    }
}
