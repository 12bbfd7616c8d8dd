package io.synctracker.connector;

import java.time.Duration;

/**
 * What a test of a connection has found. Immutable.
 *
 * @param successful whether the system answered and let us in
 * @param message what it found, for a person; without secrets
 * @param took how long it took
 */
public record ConnectionTest(boolean successful, String message, Duration took) {}
