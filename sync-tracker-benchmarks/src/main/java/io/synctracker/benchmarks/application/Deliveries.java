package io.synctracker.benchmarks.application;

import java.util.List;

/** The delivering side of a contestant. It does nothing until it is started. */
public interface Deliveries {

    /**
     * Leaves exactly so many entries to deliver, each of an item of its own, and nothing else.
     *
     * @param count how many
     */
    void fill(int count);

    /** Starts to deliver to the {@link Receiver}, with the workers of the {@link Setup}. */
    void start();

    /** Stops, after what is under way. */
    void stop();

    /** Returns a cheap query for one number: 0 when nothing is left to deliver. */
    String pending();

    /** Returns the tables that deliveries read and write, the log of changes first. */
    List<String> tables();
}
