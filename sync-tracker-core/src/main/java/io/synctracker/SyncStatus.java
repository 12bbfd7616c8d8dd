package io.synctracker;

/** Where an entity stands in one external system. */
public enum SyncStatus {
    /** Never synced, or changed since it was. */
    PENDING,
    /** The system holds the entity as it is here. */
    SYNCED,
    /** The system refused it, or every attempt is used up. */
    FAILED,
    /** Both sides changed, and nobody has decided yet. */
    CONFLICT
}
