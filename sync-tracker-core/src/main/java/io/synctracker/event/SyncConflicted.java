package io.synctracker.event;

import io.synctracker.SyncState;

/**
 * A system holds another version of the entity and nobody has decided which one stands. Published after the commit
 * that noted it.
 *
 * @param state where it stands now
 * @param reason what the system said
 */
public record SyncConflicted(SyncState state, String reason) {}
