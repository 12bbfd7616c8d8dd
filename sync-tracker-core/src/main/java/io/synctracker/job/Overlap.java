package io.synctracker.job;

/** What becomes of a run whose key is taken by an earlier one that has not ended. */
public enum Overlap {
    /** It waits for its turn. */
    WAIT,
    /** It is cancelled, and says of which run it was one too many. */
    SKIP
}
