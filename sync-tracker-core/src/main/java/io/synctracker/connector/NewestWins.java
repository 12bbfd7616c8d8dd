package io.synctracker.connector;

import java.time.Duration;
import java.time.Instant;

/** Compares two clocks, as far as they can be. */
enum NewestWins implements ConflictStrategy {
    INSTANCE;

    private static final Duration SKEW = Duration.ofMinutes(5);

    @Override
    public Resolution resolve(Conflict conflict) {
        Instant remote = conflict.remote().changedAt();
        Instant local = conflict.localChangedAt();
        if (remote == null || local == null || remote.isAfter(conflict.now().plus(SKEW))) {
            return Resolution.UNDECIDED;
        }
        return remote.isAfter(local) ? Resolution.REMOTE : Resolution.LOCAL;
    }
}
