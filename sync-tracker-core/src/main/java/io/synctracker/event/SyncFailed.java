package io.synctracker.event;

import io.synctracker.SyncState;

/**
 * An attempt to bring an entity to a system has failed. Published after the commit that noted it.
 *
 * @param state where it stands now
 * @param error why, in words without secrets
 * @param willRetry whether another attempt will be made by itself
 */
public record SyncFailed(SyncState state, String error, boolean willRetry) {}
