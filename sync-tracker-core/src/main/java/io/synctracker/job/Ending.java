package io.synctracker.job;

import io.synctracker.job.JobStoppedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How the call of a job came to its end.
 *
 * @param outcome what it returned
 * @param failure what it threw
 * @param stopped why it was stopped
 */
record Ending(
        @Nullable JobOutcome outcome,
        @Nullable Throwable failure,
        @Nullable Reason stopped) {

    static Ending returned(@Nullable JobOutcome outcome) {
        return new Ending(outcome == null ? JobOutcome.failed("The job has returned no outcome") : outcome, null, null);
    }

    /** A job that lets its stop through has stopped, however it wraps it. */
    static Ending thrown(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof JobStoppedException stop) {
                return new Ending(null, failure, stop.reason());
            }
        }
        return new Ending(null, failure, null);
    }

    /** It did not end in time. */
    static Ending abandoned(Reason reason) {
        return new Ending(null, null, reason);
    }

    /** It ended after it was interrupted: if it could still do its work, it is done. */
    Ending after(Reason reason) {
        return outcome != null || stopped != null ? this : new Ending(null, failure, reason);
    }
}
