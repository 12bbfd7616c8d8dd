package io.synctracker.actuate;

import io.micrometer.core.instrument.Clock;
import io.synctracker.outbox.Backlog;
import io.synctracker.outbox.Outbox;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backlogs as they were some seconds ago at most, so that many gauges cost one query. Thread-safe. */
final class RecentBacklogs {

    private static final Logger LOGGER = LoggerFactory.getLogger(RecentBacklogs.class);
    private static final long MAX_AGE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Outbox outbox;
    private final Clock clock;
    private @Nullable Map<String, Backlog> known;
    private long readAt;

    RecentBacklogs(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
        this.readAt = clock.monotonicTime() - MAX_AGE_NANOS;
    }

    /** Returns a figure of one target; 0 if nothing waits for it, not a number if the database does not answer. */
    double of(String target, ToDoubleFunction<Backlog> value) {
        Map<String, Backlog> backlogs = recent();
        if (backlogs == null) {
            return Double.NaN;
        }
        Backlog backlog = backlogs.get(target);
        return backlog == null ? 0 : value.applyAsDouble(backlog);
    }

    /** A failure is kept as long as an answer: a database in trouble is not asked more often than a healthy one. */
    private synchronized @Nullable Map<String, Backlog> recent() {
        if (clock.monotonicTime() - readAt >= MAX_AGE_NANOS) {
            readAt = clock.monotonicTime();
            known = read();
        }
        return known;
    }

    private @Nullable Map<String, Backlog> read() {
        try {
            return outbox.backlogs().stream().collect(Collectors.toMap(Backlog::system, backlog -> backlog));
        } catch (RuntimeException e) {
            LOGGER.debug("The backlogs cannot be read", e);
            return null;
        }
    }
}
