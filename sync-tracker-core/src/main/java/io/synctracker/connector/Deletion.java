package io.synctracker.connector;

/** How a stream tells that a record is gone. */
public enum Deletion {
    /** By a tombstone, if at all. */
    TOMBSTONES,
    /** By its absence from a pull of the whole stream: one without window, from the beginning to the last page. */
    FULL_PASS
}
