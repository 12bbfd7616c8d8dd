package io.synctracker.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/** Begins tries, in a short transaction. The run's row decides whether, whatever the alarm clock says. */
final class Starter {

    /** A run that waits for another is woken when that one ends; this is for the case that nobody is there to wake it. */
    private static final Duration RECHECK = Duration.ofSeconds(30);

    private static final Logger LOGGER = LoggerFactory.getLogger(Starter.class);

    private final Workshop workshop;

    Starter(Workshop workshop) {
        this.workshop = workshop;
    }

    Start begin(long id) {
        try {
            return workshop.shortTransactions().call(() -> look(id));
        } catch (DuplicateKeyException e) {
            // Another run of its key began at this moment.
            return blocked();
        }
    }

    private Later blocked() {
        return new Later(workshop.now().plus(RECHECK), true);
    }

    private Start look(long id) {
        Optional<RunRow> found = workshop.runs().row(id);
        if (found.isEmpty() || found.get().run().status().finished()) {
            return new Over(null);
        }
        RunRow row = found.get();
        return row.run().status() == JobStatus.RUNNING ? takeOver(row) : beginWaiting(row);
    }

    private Start beginWaiting(RunRow row) {
        JobRun run = row.run();
        Instant now = workshop.now();
        Instant due = run.dueAt();
        if (due != null && due.isAfter(now)) {
            return new Later(due, false);
        }
        Optional<Long> blocker = blocker(run);
        if (blocker.isEmpty()) {
            return begin(row, now);
        }
        if (row.overlap() == Overlap.WAIT) {
            return blocked();
        }
        return workshop.states().skipWaiting(run.id(), blocker.get(), now) ? over(run.id()) : lookAgain();
    }

    /** Somebody has changed the run in this moment; it may wait now, and needs its alarm. */
    private Later lookAgain() {
        return new Later(workshop.now(), false);
    }

    private Optional<Long> blocker(JobRun run) {
        String key = run.key();
        return key == null ? Optional.empty() : workshop.runs().blocker(key, run.id());
    }

    /** Returns whether a run that was blocked is so no more. */
    boolean isFree(long id) {
        return workshop.runs().find(id).filter(run -> blocker(run).isEmpty()).isPresent();
    }

    /** The alarm clock has heard nothing from the process that works at the run for a while, or it could not end it. */
    private Start takeOver(RunRow row) {
        JobRun run = row.run();
        Instant now = workshop.now();
        String error = "The process " + run.node() + " has not ended this try";
        LOGGER.warn("Run {} of {}/{} is taken over: {}", run.id(), run.service(), run.action(), error);
        Optional<String> cancelled = workshop.states().stopRequest(run.id());
        Settlement end = cancelled.isPresent()
                ? Settlement.ended(JobStatus.CANCELLED, "lost", cancelled.get(), false)
                : Settlement.ended(JobStatus.FAILED, "lost", error, false);
        if (cancelled.isPresent() || run.attempts() >= run.maxAttempts()) {
            return workshop.states().settle(run.id(), run.attempts(), end, now) ? over(run.id()) : lookAgain();
        }
        workshop.states().endAttempt(run.id(), run.attempts(), "lost", error, now);
        return begin(row, now);
    }

    private Start begin(RunRow row, Instant now) {
        long id = row.run().id();
        if (!workshop.states().start(row.run(), now)) {
            return lookAgain();
        }
        RunRow begun = workshop.runs().row(id).orElseThrow(() -> new UnknownRunException(id));
        JobRun run = begun.run();
        return new Begun(
                begun,
                new Progress(
                        run.done(),
                        run.total(),
                        run.counts(),
                        workshop.positions().of(id)));
    }

    private Start over(long id) {
        return new Over(workshop.runs().find(id).orElseThrow(() -> new UnknownRunException(id)));
    }
}
