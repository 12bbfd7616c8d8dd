package io.synctracker.benchmarks.application;

import java.util.Map;

/**
 * How an application is set up for a measurement.
 *
 * @param workers how many changes are delivered at once in a process; 0 if this process delivers nothing
 * @param receiver the URL of the receiver; empty for one that does nothing
 * @param counting whether statements are counted, which costs time
 * @param batchSize how many entries a contestant takes at once, where that can be set; 0 for what it is tuned to
 * @param options what a contestant's variants differ in, and settings of the application
 */
public record Setup(int workers, String receiver, boolean counting, int batchSize, Map<String, String> options) {

    /** Copies the options. */
    public Setup {
        options = Map.copyOf(options);
    }

    /**
     * Returns a batch size.
     *
     * @param tuned the one to take if none is asked for
     */
    public int batchSizeOr(int tuned) {
        return batchSize > 0 ? batchSize : tuned;
    }
}
