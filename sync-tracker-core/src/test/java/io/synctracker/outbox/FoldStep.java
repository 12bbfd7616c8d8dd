package io.synctracker.outbox;

/** What happens to an entity, or to the entries of it; what makes no sense, as removing what is not there, does not. */
enum FoldStep {
    /** It is saved, as a new one if it is not there. */
    SAVE,
    REMOVE,
    /** A removal is undone, as that of a soft delete: the same life goes on. */
    RESTORE,
    /** The system takes what it is told. */
    ACCEPT,
    /** The system takes it, and the relay dies before it knows. */
    LOSE_ANSWER,
    /** The system does not take it. */
    FAIL,
    /** The relay gives back what it took before it has called. */
    RELEASE
}
