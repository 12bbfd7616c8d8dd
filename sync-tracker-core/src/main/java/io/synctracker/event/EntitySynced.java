package io.synctracker.event;

import io.synctracker.SyncState;

/**
 * An entity is in a system as it is here. Published once per mark, after the commit, on the thread that committed.
 *
 * @param state where it stands now
 */
public record EntitySynced(SyncState state) {}
