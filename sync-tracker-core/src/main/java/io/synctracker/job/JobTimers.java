package io.synctracker.job;

import java.time.Instant;

/**
 * Timers that ring on one process of all. Thread-safe; a change joins the caller's transaction. A timer is a number and a
 * time and nothing else: what it means stands in its owner's row.
 */
public interface JobTimers {

    /**
     * Sets a timer, or moves it.
     *
     * @param id its number
     * @param at when it rings; at once if that is past
     */
    void set(long id, Instant at);

    /**
     * Removes a timer; one that is ringing asks its owner for the next time all the same, and ends if there is none.
     *
     * @param id its number
     */
    void remove(long id);
}
