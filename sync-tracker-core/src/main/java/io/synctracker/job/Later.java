package io.synctracker.job;

import java.time.Instant;

/**
 * The run's time has not come.
 *
 * @param at when it is looked at again
 * @param blocked whether it waits for another run of its key
 */
record Later(Instant at, boolean blocked) implements Start {}
