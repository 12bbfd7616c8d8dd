package io.synctracker;

/** What a delivery of a create or an update carries. A delete always carries the last known state. */
public enum Payload {
    /** The row as it is when it is delivered: always the newest state, and nothing of it is stored in the outbox. */
    LATEST,
    /** The state that the transaction committed, stored in the outbox entry. */
    SNAPSHOT
}
