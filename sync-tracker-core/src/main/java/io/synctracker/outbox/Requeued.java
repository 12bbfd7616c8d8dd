package io.synctracker.outbox;

/**
 * What came of a requeue.
 *
 * @param requeued entries that will be delivered again
 * @param superseded stored states and deletes that a later delivery has overtaken; they are completed, not replayed
 * @param skipped entries that are not failed (any more), do not exist, or whose entity is being delivered right now
 */
public record Requeued(int requeued, int superseded, int skipped) {

    /** Nothing done. */
    static final Requeued NONE = new Requeued(0, 0, 0);

    Requeued plus(Requeued other) {
        return new Requeued(requeued + other.requeued, superseded + other.superseded, skipped + other.skipped);
    }
}
