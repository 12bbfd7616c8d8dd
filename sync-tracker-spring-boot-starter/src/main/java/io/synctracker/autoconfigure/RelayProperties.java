package io.synctracker.autoconfigure;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How changes are delivered.
 *
 * @param enabled Whether this process delivers changes; where it does not, another one must.
 * @param pollInterval How often the log is looked at when nothing has woken the relay.
 * @param batchSize How many changes are claimed at once, 1 to 1000; up to ten times as many, 1000 at most, while a backlog goes quickly.
 * @param concurrency How many calls of each target run at once in this process.
 * @param lease How long a claimed change belongs to this process, which renews it before it is too short for a call.
 * @param callTimeout How long a call of a target may take; shorter than the lease.
 * @param notifyOthers Whether a commit wakes the relays of other processes, where the database can.
 * @param shutdownTimeout How long calls that are under way may take at shutdown.
 */
record RelayProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("100") int batchSize,
        @DefaultValue("4") int concurrency,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("true") boolean notifyOthers,
        @DefaultValue("20s") Duration shutdownTimeout) {}
