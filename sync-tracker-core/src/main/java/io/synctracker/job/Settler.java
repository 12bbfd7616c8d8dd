package io.synctracker.job;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes how tries ended, and tells of runs that have, after the commit. */
final class Settler {

    private static final Logger LOGGER = LoggerFactory.getLogger(Settler.class);
    private static final Set<JobStatus> NO_TROUBLE = EnumSet.of(JobStatus.SUCCESS, JobStatus.CANCELLED);

    /** For about six seconds; then the run is revived like one whose process died, and its work may be done again. */
    private static final int TRIES = 6;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Workshop workshop;

    Settler(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * Settles a try.
     *
     * @param wanted what is to be written; {@code null} if the run is not this try's any more
     * @param error what to log with an end that is not regular
     * @throws RuntimeException if the database does not take it
     */
    Next settle(RunningTry attempt, @Nullable Settlement wanted, long nanos, @Nullable Throwable error) {
        Optional<JobRun> after = wanted == null ? Optional.empty() : writePatiently(attempt, wanted);
        log(attempt.run(), after, nanos, error);
        if (after.isEmpty()) {
            return Next.NOT_OURS;
        }
        JobRun run = after.get();
        if (run.status().finished()) {
            workshop.ended(run);
            return Next.NEVER;
        }
        Instant due = run.dueAt();
        return Next.at(due == null ? workshop.now() : due);
    }

    private Optional<JobRun> writePatiently(RunningTry attempt, Settlement wanted) {
        for (int number = 1; ; number++) {
            try {
                return workshop.shortTransactions().call(() -> write(attempt, wanted));
            } catch (RuntimeException e) {
                if (number == TRIES) {
                    throw e;
                }
                LOGGER.warn(
                        "Run {} has ended, which cannot be written yet",
                        attempt.run().id(),
                        e);
                LockSupport.parkNanos(TimeUnit.NANOSECONDS.convert(FIRST_PAUSE) << (number - 1));
            }
        }
    }

    private Optional<JobRun> write(RunningTry attempt, Settlement wanted) {
        long id = attempt.run().id();
        if (wanted.counted()) {
            workshop.states().progress(id, attempt.attempt(), attempt.current());
        }
        boolean written = workshop.states().settle(id, attempt.attempt(), spoken(id, wanted), workshop.now())
                || (wanted.status() == JobStatus.QUEUED && cancelled(attempt));
        if (!written) {
            return Optional.empty();
        }
        if (wanted.status() == JobStatus.SUCCESS) {
            workshop.positions().forget(id);
        }
        return workshop.runs().find(id);
    }

    private Settlement spoken(long id, Settlement wanted) {
        return wanted.status() == JobStatus.CANCELLED
                ? Settlement.ended(
                        JobStatus.CANCELLED,
                        wanted.outcome(),
                        workshop.states().stopRequest(id).orElse("Cancelled"),
                        false)
                : wanted;
    }

    /** A run that somebody has asked to stop is not tried again. */
    private boolean cancelled(RunningTry attempt) {
        long id = attempt.run().id();
        return workshop.states()
                .stopRequest(id)
                .filter(text -> workshop.states()
                        .settle(
                                id,
                                attempt.attempt(),
                                Settlement.ended(JobStatus.CANCELLED, "cancelled", text, false),
                                workshop.now()))
                .isPresent();
    }

    private void log(JobRun begun, Optional<JobRun> after, long nanos, @Nullable Throwable error) {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        String status = after.map(run -> run.status().name()).orElse("not ours any more");
        String reason = after.map(JobRun::error).orElse("");
        if (error != null) {
            LOGGER.error("Run {} of {}/{} has met an error", begun.id(), begun.service(), begun.action(), error);
        }
        // A cancelled run is what somebody has asked for.
        if (after.isPresent() && NO_TROUBLE.contains(after.get().status())) {
            LOGGER.info(
                    "Run {} of {}/{}: {} after {} ms, try {}",
                    begun.id(),
                    begun.service(),
                    begun.action(),
                    status,
                    millis,
                    begun.attempts());
        } else {
            LOGGER.warn(
                    "Run {} of {}/{}: {} after {} ms, try {}. {}",
                    begun.id(),
                    begun.service(),
                    begun.action(),
                    status,
                    millis,
                    begun.attempts(),
                    reason);
        }
    }
}
