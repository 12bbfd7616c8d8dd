package io.synctracker.job;

import io.synctracker.SyncTrackerException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;

/**
 * How jobs are run. Immutable.
 *
 * @param pollInterval how often a process looks for runs that nobody told it of; 5 s by default
 * @param threads how many runs a process works at at once; 10 by default
 * @param heartbeat how often a process tells that it is alive; 10 s by default
 * @param missedHeartbeats after how many of them it is believed dead, 4 or more; 6 by default
 * @param shutdownTimeout how long a stop waits for runs before it interrupts them, and how long it waits then; 30 s by
 *     default
 * @param nodeName what this process is called, 1 to 50 characters, unique; host and process number by default
 * @param sensitiveKeys the names whose values are masked, as {@link SensitiveKeys#of} takes them
 */
public record JobSettings(
        Duration pollInterval,
        int threads,
        Duration heartbeat,
        int missedHeartbeats,
        Duration shutdownTimeout,
        String nodeName,
        Set<String> sensitiveKeys) {

    /** The settings that the documentation describes. */
    public static final JobSettings DEFAULT = new JobSettings(
            Duration.ofSeconds(5),
            10,
            Duration.ofSeconds(10),
            6,
            Duration.ofSeconds(30),
            thisProcess(),
            SensitiveKeys.DEFAULT_KEYS);

    private static final int MAX_NODE_NAME = 50;
    private static final int FEWEST_HEARTBEATS = 4;

    /**
     * Checks every part.
     *
     * @throws SyncTrackerException naming the part that is out of its bounds
     */
    public JobSettings {
        check(positive(pollInterval), "poll-interval", pollInterval, "a time above zero");
        check(threads >= 1, "threads", threads, "1 or more");
        check(positive(heartbeat), "heartbeat", heartbeat, "a time above zero");
        check(missedHeartbeats >= FEWEST_HEARTBEATS, "missed-heartbeats", missedHeartbeats, "4 or more");
        check(!shutdownTimeout.isNegative(), "shutdown-timeout", shutdownTimeout, "zero or longer");
        check(
                !nodeName.isBlank() && nodeName.length() <= MAX_NODE_NAME,
                "node-name",
                "'" + nodeName + "'",
                "1 to " + MAX_NODE_NAME + " characters");
        sensitiveKeys = Set.copyOf(sensitiveKeys);
    }

    private static boolean positive(Duration value) {
        return value.compareTo(Duration.ZERO) > 0;
    }

    private static void check(boolean holds, String name, Object value, String allowed) {
        if (!holds) {
            throw new SyncTrackerException(
                    "sync-tracker.jobs." + name + " is " + value + ". It must be " + allowed + ".");
        }
    }

    /**
     * Returns these settings with another name of the process.
     *
     * @param value 1 to 50 characters, unique
     */
    public JobSettings withNodeName(String value) {
        return new JobSettings(
                pollInterval, threads, heartbeat, missedHeartbeats, shutdownTimeout, value, sensitiveKeys);
    }

    /**
     * Returns these settings with another interval between polls.
     *
     * @param value more than zero
     */
    public JobSettings withPollInterval(Duration value) {
        return new JobSettings(value, threads, heartbeat, missedHeartbeats, shutdownTimeout, nodeName, sensitiveKeys);
    }

    /**
     * Returns these settings with another number of threads.
     *
     * @param value 1 or more
     */
    public JobSettings withThreads(int value) {
        return new JobSettings(
                pollInterval, value, heartbeat, missedHeartbeats, shutdownTimeout, nodeName, sensitiveKeys);
    }

    /**
     * Returns these settings with other heartbeats.
     *
     * @param interval how often a process tells that it is alive
     * @param missed after how many of them it is believed dead
     */
    public JobSettings withHeartbeat(Duration interval, int missed) {
        return new JobSettings(pollInterval, threads, interval, missed, shutdownTimeout, nodeName, sensitiveKeys);
    }

    /**
     * Returns these settings with another wait at a stop.
     *
     * @param value zero or longer
     */
    public JobSettings withShutdownTimeout(Duration value) {
        return new JobSettings(pollInterval, threads, heartbeat, missedHeartbeats, value, nodeName, sensitiveKeys);
    }

    private static String thisProcess() {
        String end = "-" + ProcessHandle.current().pid();
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "node";
        }
        return host.substring(0, Math.min(host.length(), MAX_NODE_NAME - end.length())) + end;
    }
}
