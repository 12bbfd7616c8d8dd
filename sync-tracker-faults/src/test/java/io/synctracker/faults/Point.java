package io.synctracker.faults;

/** The steps between which a process can be stopped for good, in the order in which they come. */
enum Point {
    /** A business transaction is about to run its own SQL. */
    WRITING,
    /** A business transaction is about to count versions up; its own SQL has run. */
    COUNTING,
    /** It has counted, and is about to append entries. */
    APPENDING,
    /** It has appended, and is about to commit. */
    COMMITTING,
    /** It is committed, and nobody has been told. */
    COMMITTED,
    /** A relay has leased entries, and is about to commit that. */
    CLAIMING,
    /** The lease is committed. */
    CLAIMED,
    /** The lease was looked at, and the request is about to be sent. */
    CALLING,
    /** The target has the request, and the relay has no answer yet. */
    CALLED,
    /** The relay has the answer. */
    ANSWERED,
    /** What came of an entry is about to be written. */
    SETTLING,
    /** It is written, and about to be committed. */
    SETTLED,
    /** It is committed; nobody has been told, and what waits behind is not woken. */
    THROUGH
}
