package io.synctracker.relay;

import java.time.Duration;
import java.util.Map;

/**
 * How a relay works. Immutable.
 *
 * @param pollInterval how often it looks for entries that nobody told it of; 1 s by default
 * @param batchSize how many entries it takes at a time, 1 to 1000; 100 by default. While a backlog goes quickly it takes up
 *     to ten times as many, 1000 at most
 * @param lease for how long it takes them; it renews the lease as needed, and what it leaves behind in a crash is free
 *     again after this time; 60 s by default
 * @param callTimeout how long a call may take, shorter than the lease; 30 s by default
 * @param shutdownTimeout how long a stop waits for calls under way; 20 s by default
 * @param wakeOthers whether a commit wakes other processes through the database, where it can; costs one connection
 * @param target how a target is treated
 * @param targets how certain targets are treated instead, by name
 */
public record RelaySettings(
        Duration pollInterval,
        int batchSize,
        Duration lease,
        Duration callTimeout,
        Duration shutdownTimeout,
        boolean wakeOthers,
        TargetSettings target,
        Map<String, TargetSettings> targets) {

    /** The settings that the documentation describes. */
    public static final RelaySettings DEFAULT = new RelaySettings(
            Duration.ofSeconds(1),
            100,
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            true,
            TargetSettings.DEFAULT,
            Map.of());

    private static final int MAX_BATCH = 1000;

    /**
     * Checks every part.
     *
     * @throws io.synctracker.SyncTrackerException naming the part that is out of its bounds
     */
    public RelaySettings {
        Checks.positive("poll-interval", pollInterval);
        Checks.that(batchSize >= 1 && batchSize <= MAX_BATCH, "batch-size", batchSize, "1 to " + MAX_BATCH);
        Checks.positive("call-timeout", callTimeout);
        Checks.that(
                callTimeout.compareTo(lease) < 0,
                "call-timeout",
                callTimeout,
                "shorter than the lease, " + lease + ", or a call could outlive it");
        Checks.that(!shutdownTimeout.isNegative(), "shutdown-timeout", shutdownTimeout, "zero or longer");
        targets = Map.copyOf(targets);
    }

    /**
     * Returns how one target is treated.
     *
     * @param system its name
     */
    public TargetSettings of(String system) {
        return targets.getOrDefault(system, target);
    }

    /**
     * Returns these settings with another interval between polls.
     *
     * @param value more than zero
     */
    public RelaySettings withPollInterval(Duration value) {
        return new RelaySettings(value, batchSize, lease, callTimeout, shutdownTimeout, wakeOthers, target, targets);
    }

    /**
     * Returns these settings with another size of batch.
     *
     * @param value 1 to 1000
     */
    public RelaySettings withBatchSize(int value) {
        return new RelaySettings(pollInterval, value, lease, callTimeout, shutdownTimeout, wakeOthers, target, targets);
    }

    /**
     * Returns these settings with another lease and another time-out of calls.
     *
     * @param newLease longer than the time-out
     * @param newCallTimeout more than zero
     */
    public RelaySettings withLease(Duration newLease, Duration newCallTimeout) {
        return new RelaySettings(
                pollInterval, batchSize, newLease, newCallTimeout, shutdownTimeout, wakeOthers, target, targets);
    }

    /**
     * Returns these settings with another wait when it stops.
     *
     * @param value zero or longer
     */
    public RelaySettings withShutdownTimeout(Duration value) {
        return new RelaySettings(pollInterval, batchSize, lease, callTimeout, value, wakeOthers, target, targets);
    }

    /**
     * Returns these settings with or without waking other processes through the database.
     *
     * @param value whether to
     */
    public RelaySettings withWakeOthers(boolean value) {
        return new RelaySettings(pollInterval, batchSize, lease, callTimeout, shutdownTimeout, value, target, targets);
    }

    /**
     * Returns these settings with another treatment of every target that has none of its own.
     *
     * @param value how a target is treated
     */
    public RelaySettings withTarget(TargetSettings value) {
        return new RelaySettings(
                pollInterval, batchSize, lease, callTimeout, shutdownTimeout, wakeOthers, value, targets);
    }

    /**
     * Returns these settings with a treatment for certain targets.
     *
     * @param value how they are treated, by name
     */
    public RelaySettings withTargets(Map<String, TargetSettings> value) {
        return new RelaySettings(
                pollInterval, batchSize, lease, callTimeout, shutdownTimeout, wakeOthers, target, value);
    }
}
