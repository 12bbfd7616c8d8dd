package io.synctracker.outbox;

/** In which way an entry was answered for. */
public enum EntryOutcome {
    /** The target took it. */
    ACCEPTED,
    /** A later entry of the same entity and target took its place, or had been delivered before it was requeued. */
    SUPERSEDED,
    /** The target held this version, or a later one, without a call. */
    ALREADY,
    /** The entity was created and deleted before the target ever heard of it. */
    DROPPED,
    /** The entity is gone, and a later entry tells the target. */
    GONE,
    /** A person gave it up; the note says why. */
    ABANDONED
}
