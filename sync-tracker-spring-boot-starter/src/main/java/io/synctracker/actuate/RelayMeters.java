package io.synctracker.actuate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.synctracker.relay.DeliveryOutcome;
import io.synctracker.relay.RelayListener;
import java.time.Duration;
import java.util.Locale;

/** Counts what the relay of this process does. */
final class RelayMeters implements RelayListener {

    private final MeterRegistry registry;

    RelayMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void settled(String system, DeliveryOutcome outcome) {
        Counter.builder("sync.tracker.deliveries")
                .description("Entries whose fate was settled")
                .tag("target", system)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    @Override
    public void folded(String system, int entries) {
        counter("sync.tracker.folded", "Entries that were folded into another one", system)
                .increment(entries);
    }

    @Override
    public void leaseLost(String system, int entries) {
        counter("sync.tracker.lease.lost", "Entries that another relay took over while this one held them", system)
                .increment(entries);
    }

    @Override
    public void called(String system, Duration time) {
        Timer.builder("sync.tracker.call")
                .description("Calls of the target")
                .tag("target", system)
                .register(registry)
                .record(time);
    }

    private Counter counter(String name, String description, String system) {
        return Counter.builder(name)
                .description(description)
                .tag("target", system)
                .register(registry);
    }
}
