package io.synctracker.job;

import java.time.Instant;
import java.util.Optional;

/** Whose timers ring. A ring may come twice, after a crash, so the owner's row says which one it has answered. */
public interface JobTimerOwner {

    /**
     * Answers a ring, in transactions of its own.
     *
     * @param id the timer's number
     */
    void ring(long id);

    /**
     * Returns when a timer rings next; asked after {@link #ring} has returned or failed.
     *
     * @param id the timer's number
     * @return empty if it does not any more
     */
    Optional<Instant> next(long id);
}
