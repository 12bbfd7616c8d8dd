package io.synctracker.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a run whose alarm rings. */
sealed interface Start {

    /**
     * It has begun.
     *
     * @param row the run as it is now
     * @param progress what earlier tries have left
     */
    record Begun(RunRow row, Progress progress) implements Start {}

    /**
     * Its time has not come.
     *
     * @param at when it is looked at again
     * @param blocked whether it waits for another run of its key
     */
    record Later(Instant at, boolean blocked) implements Start {}

    /**
     * It has ended.
     *
     * @param run the run if it has ended just now, {@code null} if it had before
     */
    record Over(@Nullable JobRun run) implements Start {}
}
