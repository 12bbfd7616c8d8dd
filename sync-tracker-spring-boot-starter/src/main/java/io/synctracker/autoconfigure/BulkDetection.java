package io.synctracker.autoconfigure;

/** What happens when a bulk statement changes a tracked table behind the back of Hibernate's entities. */
enum BulkDetection {
    /** Nothing. */
    OFF,
    /** It is logged. */
    WARN,
    /** The transaction fails. */
    FAIL
}
