package io.synctracker.job;

/**
 * The run has begun.
 *
 * @param row the run as it is now
 * @param progress what earlier tries have left
 */
record Begun(RunRow row, Progress progress) implements Start {}
