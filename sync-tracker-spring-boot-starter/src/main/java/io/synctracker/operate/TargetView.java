package io.synctracker.operate;

import io.synctracker.outbox.Backlog;
import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.TargetState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants to know about a target.
 *
 * @param name its name
 * @param declared whether this application declares it
 * @param pending entries that wait or are being delivered
 * @param failed entries that failed for good
 * @param oldestPending how long the oldest one has waited, or {@code null} if none waits
 * @param paused whether a person has paused it
 * @param pausedNote what that person noted, or {@code null}
 * @param failures calls that failed in a row
 * @param openUntil until when its circuit breaker lets no call through, or {@code null}
 */
public record TargetView(
        String name,
        boolean declared,
        long pending,
        long failed,
        @Nullable Duration oldestPending,
        boolean paused,
        @Nullable String pausedNote,
        int failures,
        @Nullable Instant openUntil) {

    /**
     * Returns every target, by name.
     *
     * @param outbox where the entries are
     */
    public static List<TargetView> all(Outbox outbox) {
        Map<String, Backlog> backlogs = new TreeMap<>();
        outbox.backlogs().forEach(backlog -> backlogs.put(backlog.system(), backlog));
        return outbox.targets().stream()
                .map(state -> of(state, backlogs.get(state.name())))
                .toList();
    }

    /**
     * Returns one target, or nothing if there is none of that name.
     *
     * @param outbox where the entries are
     * @param name the target's name
     */
    public static Optional<TargetView> find(Outbox outbox, String name) {
        return all(outbox).stream().filter(target -> target.name().equals(name)).findFirst();
    }

    /** Returns whether it needs a look: it does not answer, or refused something. */
    public boolean degraded() {
        return openUntil != null || failed > 0;
    }

    private static TargetView of(TargetState state, @Nullable Backlog backlog) {
        return new TargetView(
                state.name(),
                state.declared(),
                backlog == null ? 0 : backlog.pending(),
                backlog == null ? 0 : backlog.failed(),
                backlog == null ? null : backlog.oldestPending(),
                state.paused(),
                state.pausedNote(),
                state.failures(),
                state.openUntil());
    }
}
