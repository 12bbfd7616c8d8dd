package io.synctracker.job;

import org.jspecify.annotations.Nullable;

/**
 * The run has ended.
 *
 * @param run the run if it has ended just now, {@code null} if it had before
 */
record Over(@Nullable JobRun run) implements Start {}
