package io.synctracker.benchmarks.application;

/** The part of {@link Deliveries} that looks at claims by themselves, for contestants that can show it. */
public interface ClaimTimes {

    /**
     * Leaves so many entries of a tenth as many entities, as it is after a while of an outage: the first entry of each
     * entity has been tried and waits for its next attempt, and all others wait behind it.
     *
     * @param count how many
     */
    void fillOutage(int count);

    /**
     * Adds entries that are due but wait behind those of the outage.
     *
     * @param count how many
     */
    void addFollowers(int count);

    /**
     * Claims once.
     *
     * @return how many entries were taken
     */
    int claim();
}
