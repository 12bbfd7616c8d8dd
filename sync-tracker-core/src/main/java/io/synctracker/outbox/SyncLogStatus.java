package io.synctracker.outbox;

/** Where an entry stands. */
public enum SyncLogStatus {
    /** Waits to be delivered, for the first time or again. */
    PENDING,
    /** A relay holds a lease on it and is delivering it; read from the lease, never stored. */
    SYNCING,
    /**
     * Answered for: accepted, superseded by a later entry, already there, dropped, gone or abandoned. {@link EntryOutcome}
     * says which.
     */
    COMPLETED,
    /** Failed for good: refused, or every attempt is used up. It waits for a person, who requeues or abandons it. */
    FAILED
}
