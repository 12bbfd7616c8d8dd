package io.synctracker.autoconfigure;

/** What happens when a bulk statement changes a tracked table behind the back of Hibernate's entities. */
enum BulkDetection {
    /** Nothing. */
    OFF,
    /** The statement is logged once. */
    WARN,
    /** The statement fails. */
    FAIL
}
