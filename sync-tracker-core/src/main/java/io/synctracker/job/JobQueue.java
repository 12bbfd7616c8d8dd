package io.synctracker.job;

import java.time.Duration;
import java.util.List;

/**
 * How the queue stands. Immutable.
 *
 * @param engine what runs the jobs
 * @param queued how many runs wait
 * @param running how many are being worked at
 * @param lag how long the one that is due the longest has waited; zero if none is due
 * @param nodes the processes that work at runs or have done so lately
 */
public record JobQueue(String engine, long queued, long running, Duration lag, List<Node> nodes) {

    /** Copies what it is given. */
    public JobQueue {
        nodes = List.copyOf(nodes);
    }

    /**
     * One process.
     *
     * @param name its name
     * @param running how many runs it works at
     */
    public record Node(String name, long running) {}
}
