package io.synctracker.actuate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.synctracker.outbox.Backlog;
import io.synctracker.outbox.Outbox;
import io.synctracker.relay.Targets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Shows what each declared target has before it. */
final class BacklogMeters implements MeterBinder {

    private final Outbox outbox;
    private final Targets targets;

    BacklogMeters(Outbox outbox, Targets targets) {
        this.outbox = outbox;
        this.targets = targets;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        RecentBacklogs recent = new RecentBacklogs(outbox, registry.config().clock());
        for (String target : targets.names()) {
            gauge("sync.tracker.pending", "Entries that wait or are being delivered", target, recent, Backlog::pending)
                    .register(registry);
            gauge("sync.tracker.failed", "Entries that failed for good", target, recent, Backlog::failed)
                    .register(registry);
            TimeGauge.builder(
                            "sync.tracker.oldest.pending.age",
                            recent,
                            TimeUnit.MILLISECONDS,
                            all -> all.of(target, BacklogMeters::ageInMillis))
                    .description("How long the entry that has waited longest has waited")
                    .tag("target", target)
                    .strongReference(true)
                    .register(registry);
        }
    }

    private static Gauge.Builder<RecentBacklogs> gauge(
            String name, String description, String target, RecentBacklogs recent, ToDoubleFunction<Backlog> value) {
        return Gauge.builder(name, recent, all -> all.of(target, value))
                .description(description)
                .tag("target", target)
                .strongReference(true);
    }

    private static double ageInMillis(Backlog backlog) {
        @Nullable Duration age = backlog.oldestPending();
        return age == null ? 0 : age.toMillis();
    }
}
