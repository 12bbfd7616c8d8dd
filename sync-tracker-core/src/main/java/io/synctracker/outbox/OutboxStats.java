package io.synctracker.outbox;

/**
 * How many entries there are, as of one moment.
 *
 * @param pending waiting
 * @param syncing held by a relay
 * @param completed answered for, and not cleaned up yet
 * @param failed failed for good
 * @param total all of them
 */
public record OutboxStats(long pending, long syncing, long completed, long failed, long total) {}
