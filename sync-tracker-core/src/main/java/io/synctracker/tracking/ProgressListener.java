package io.synctracker.tracking;

/** Is told how far a long piece of work has come, on the thread that does it. What it throws stops the work. */
@FunctionalInterface
public interface ProgressListener {

    /** Listens to nothing. */
    ProgressListener NONE = (done, total) -> {};

    /**
     * Tells how much is done; called after every batch.
     *
     * @param done how many entities
     * @param total of how many, as counted at the start
     */
    void progressed(long done, long total);
}
