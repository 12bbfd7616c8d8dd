package io.synctracker.operate;

import java.time.Duration;

/**
 * How long things are kept. Immutable.
 *
 * @param entries completed entries of the outbox
 * @param runs runs that have ended
 */
public record Retention(Duration entries, Duration runs) {}
