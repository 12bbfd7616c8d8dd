package io.synctracker.job;

import io.synctracker.SyncTrackerException;
import io.synctracker.job.JobStoppedException.Reason;
import io.synctracker.model.JsonText;
import io.synctracker.store.ColumnText;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what becomes of a run after a try.
 *
 * @param run the run as the try began
 * @param policy how often it is tried
 * @param gotFurther whether the try has confirmed more than there was before
 * @param texts masks what is written
 * @param now this moment
 */
record Verdict(JobRun run, JobPolicy policy, boolean gotFurther, SensitiveText texts, Instant now) {

    /** Returns what is to be written; {@code null} if nothing is, for the run is not this try's. */
    @Nullable
    Settlement on(Ending ending) {
        JobOutcome outcome = ending.outcome();
        if (outcome != null) {
            return on(outcome);
        }
        Reason stopped = ending.stopped();
        if (stopped != null) {
            return on(stopped);
        }
        return later("deferred", describe(ending.failure()), null, false);
    }

    private Settlement on(JobOutcome outcome) {
        if (outcome instanceof JobOutcome.Succeeded succeeded) {
            return Settlement.succeeded(texts.mask(plain(succeeded.result())));
        }
        if (outcome instanceof JobOutcome.Conflicted conflicted) {
            return Settlement.ended(JobStatus.CONFLICT, "conflicted", clean(conflicted.reason()), true);
        }
        if (outcome instanceof JobOutcome.Failed failed) {
            return Settlement.ended(JobStatus.FAILED, "failed", clean(failed.reason()), true);
        }
        return deferred((JobOutcome.Deferred) outcome);
    }

    /** A system that asks to wait again and again is no failure either, as long as each try does some of the work. */
    private Settlement deferred(JobOutcome.Deferred deferred) {
        String reason = clean(deferred.reason());
        if (!gotFurther) {
            return later("deferred", reason, deferred.retryAfter(), true);
        }
        return Settlement.goesOnLater(reason, now.plus(pauseOr(deferred.retryAfter(), policy.initialInterval())));
    }

    private static Duration pauseOr(@Nullable Duration asked, Duration otherwise) {
        return asked == null || asked.isNegative() ? otherwise : asked;
    }

    private @Nullable Settlement on(Reason stopped) {
        return switch (stopped) {
            case CANCELLED -> Settlement.ended(JobStatus.CANCELLED, "cancelled", "Cancelled", false);
            case TIMED_OUT -> timedOut("It took longer than " + policy.timeout() + ", its time-out");
            case SHUTTING_DOWN -> Settlement.released("The process " + run.node() + " went down", now);
            case TAKEN_OVER -> null;
        };
    }

    /** There may be more to do than fits into one try. That is no failure, as long as each try does some of it. */
    private Settlement timedOut(String error) {
        return gotFurther ? Settlement.goesOn(error, now) : later("timed-out", error, null, false);
    }

    /** Returns that the run is tried again, or has failed if this was the last try. */
    private Settlement later(String outcome, String error, @Nullable Duration pause, boolean counted) {
        if (run.attempts() >= run.maxAttempts()) {
            return Settlement.ended(JobStatus.FAILED, outcome.equals("deferred") ? "failed" : outcome, error, counted);
        }
        Instant dueAt = now.plus(pauseOr(pause, policy.pauseAfter(run.attempts())));
        return Settlement.again(outcome, error, dueAt, counted);
    }

    /** The work is done, so a result that cannot be stored must not make it be done again. */
    private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> result) {
        try {
            return JsonText.readMap(JsonText.write(result));
        } catch (SyncTrackerException e) {
            Map<String, @Nullable Object> instead = new LinkedHashMap<>();
            instead.put("unreadable", e.getMessage());
            return instead;
        }
    }

    private String describe(@Nullable Throwable failure) {
        if (failure == null) {
            return "no reason given";
        }
        return clean(failure.getClass().getSimpleName() + ": " + message(failure));
    }

    /** A job's exception may fail even at saying why. */
    private static String message(Throwable failure) {
        try {
            String message = failure.getMessage();
            return message == null || message.isBlank() ? "no message" : message;
        } catch (RuntimeException | StackOverflowError e) {
            return "its message cannot be read";
        }
    }

    private String clean(String text) {
        String fitting = ColumnText.fit(texts.mask(text));
        return fitting.isEmpty() ? "no reason given" : fitting;
    }
}
