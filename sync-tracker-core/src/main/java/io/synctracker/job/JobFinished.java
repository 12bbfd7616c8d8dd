package io.synctracker.job;

/**
 * A run has ended, published after that is committed. A listener that fails changes nothing: the work is not done again.
 *
 * @param run the run
 */
public record JobFinished(JobRun run) {}
