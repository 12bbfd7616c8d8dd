package io.synctracker.web;

import io.synctracker.connector.UnknownConnectionException;
import io.synctracker.job.JobRun;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Shows runs as they are at this moment. Thread-safe. */
final class RunViews {

    private final Clock clock;

    RunViews(Clock clock) {
        this.clock = clock;
    }

    RunView one(JobRun run) {
        return RunView.of(run, clock.instant());
    }

    List<RunView> all(List<JobRun> runs) {
        Instant now = clock.instant();
        return runs.stream().map(run -> RunView.of(run, now)).toList();
    }

    /** Does what names connections in its body: one that is not there makes the body wrong, not the address. */
    static <R> R inBody(Supplier<R> work) {
        try {
            return work.get();
        } catch (UnknownConnectionException e) {
            throw ProblemException.invalid("connections", String.valueOf(e.getMessage()));
        }
    }
}
