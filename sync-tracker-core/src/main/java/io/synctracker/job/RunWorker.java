package io.synctracker.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one try of a run: begin, call, settle. No transaction and no connection is held during the call. */
final class RunWorker {

    private static final Logger LOGGER = LoggerFactory.getLogger(RunWorker.class);

    private final Workshop workshop;
    private final JobCall calls;
    private final BooleanSupplier goingDown;
    private final Starter starter;
    private final Settler settler;

    RunWorker(Workshop workshop, JobCall calls, BooleanSupplier goingDown) {
        this.workshop = workshop;
        this.calls = calls;
        this.goingDown = goingDown;
        starter = new Starter(workshop);
        settler = new Settler(workshop);
    }

    /**
     * Works at a run whose alarm has rung.
     *
     * @return when it is to ring again
     * @throws RuntimeException if the database does not answer
     */
    Next work(long id) {
        if (goingDown.getAsBoolean()) {
            return Next.at(workshop.now());
        }
        Start start = starter.begin(id);
        if (start instanceof Later later) {
            return new Next(later.at(), false, later.blocked());
        }
        if (start instanceof Begun begun) {
            return run(begun);
        }
        JobRun ended = ((Over) start).run();
        if (ended != null) {
            workshop.ended(ended);
        }
        return Next.NEVER;
    }

    /** Returns whether a run that was blocked is so no more. */
    boolean isFree(long id) {
        return starter.isFree(id);
    }

    private Next run(Begun begun) {
        JobRun run = begun.row().run();
        LOGGER.debug("Run {} of {}/{} begins, try {}", run.id(), run.service(), run.action(), run.attempts());
        long start = System.nanoTime();
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        JobPolicy policy = JobPolicy.DEFAULT;
        Ending ending;
        RunningTry attempt = new RunningTry(workshop, run, payload, begun.progress(), goingDown);
        try {
            payload.putAll(SealedPayload.open(begun.row(), workshop.keys()));
            SyncJob job = workshop.catalog().get(run.service(), run.action());
            policy = job.policy();
            ending = calls.call(job, attempt, policy.timeout());
        } catch (RuntimeException e) {
            // The key or the job is missing here and now; another process, or this one with other settings, may have
            // it.
            ending = Ending.thrown(e);
        }
        SensitiveText texts = workshop.sensitive().textOf(payload);
        Settlement settlement = new Verdict(run, policy, attempt.gotFurther(), texts, workshop.now()).on(ending);
        return settler.settle(attempt, settlement, System.nanoTime() - start, LoggedError.of(ending.failure(), texts));
    }
}
