package io.synctracker.relay;

/** What came of an entry that a relay took. */
public enum DeliveryOutcome {
    /** The target took it. */
    ACCEPTED,
    /** The target could not take it now; it is tried again. */
    DEFERRED,
    /** The target refused it. */
    REJECTED,
    /** The target holds another version. */
    CONFLICTED,
    /** It failed for good without being refused: attempts used up, a state that cannot be read, an unusable answer. */
    FAILED,
    /** Completed without a call: the target held it already, the entity is gone, or it came and went unseen. */
    SKIPPED,
    /** Given back without a call: it waits for a parent, for a node that knows its type, or for a relay to start. */
    RELEASED
}
