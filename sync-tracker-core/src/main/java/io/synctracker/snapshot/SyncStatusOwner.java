package io.synctracker.snapshot;

/** An entity that carries its sync state on its own row. Every entity of a {@link SyncedRepository} is one. */
public interface SyncStatusOwner {

    /** Returns the state; never {@code null}, so an entity makes a new one where the database has given it none. */
    SyncStatusFields syncStatus();
}
