package io.synctracker.test;

import io.synctracker.SyncState;
import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxFilter;
import io.synctracker.outbox.TargetState;
import io.synctracker.tracking.SyncTracker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells why an entity is not where a test expected it. */
final class Hindrances {

    private static final int SHOWN = 5;

    private final Outbox outbox;
    private final SyncTracker tracker;

    Hindrances(Outbox outbox, SyncTracker tracker) {
        this.outbox = outbox;
        this.tracker = tracker;
    }

    String of(Object entity, String system, Duration timeout) {
        return entity.getClass().getSimpleName() + " was not delivered to " + system + " within " + timeout + "."
                + "\n  " + stateOf(tracker.state(entity, system))
                + "\n  " + targetOf(system)
                + "\n  " + entriesFor(system);
    }

    private static String stateOf(Optional<SyncState> state) {
        return state.map(known -> known.entity() + " is " + known.status() + " there, after " + known.retryCount()
                        + " failures; the last error: " + known.lastError())
                .orElse("Nothing was ever noted about it there.");
    }

    private String targetOf(String system) {
        List<TargetState> targets = outbox.targets();
        return targets.stream()
                .filter(target -> target.name().equals(system))
                .findFirst()
                .map(target -> target.declared()
                        ? "The target is declared" + (target.paused() ? ", but paused." : ".")
                        : "Nobody declares the target any more.")
                .orElseGet(() -> "Nobody declares that target; there are: "
                        + targets.stream().map(TargetState::name).collect(Collectors.joining(", ")));
    }

    private String entriesFor(String system) {
        String entries = outbox.find(OutboxFilter.ALL.withSystem(system).withLimit(SHOWN)).stream()
                .map(entry -> entry.action() + " " + entry.entity() + ": " + entry.status() + ", " + entry.attempts()
                        + " attempts, " + (entry.error() == null ? "no error" : entry.error()))
                .collect(Collectors.joining("\n    ", "\n    ", ""));
        return entries.isBlank()
                ? "No entry was ever recorded for it. Is the entity tracked for it, and was its change committed?"
                : "The newest entries for it:" + entries;
    }
}
