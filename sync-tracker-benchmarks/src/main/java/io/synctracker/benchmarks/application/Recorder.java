package io.synctracker.benchmarks.application;

/**
 * What an application has to call by hand, in its transaction, for contestants that do not hear of changes by
 * themselves.
 */
public interface Recorder {

    /** For those that hear of changes by themselves. */
    Recorder NONE = (change, item) -> {};

    /** What happened to an item. */
    enum Change {
        /** It is new. */
        CREATE,
        /** It is different. */
        UPDATE,
        /** It is gone. */
        DELETE
    }

    /**
     * Records a change; joins the caller's transaction.
     *
     * @param change what happened
     * @param item to which item, with its id
     */
    void changed(Change change, Item item);

    /** Lets go of what is only kept in memory because nothing is delivered. */
    default void forget() {}
}
