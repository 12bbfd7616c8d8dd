package io.synctracker.connector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored connection as it is in its table, secrets encrypted. */
record ConnectionRow(
        String name,
        String kind,
        boolean enabled,
        String settings,
        @Nullable String owner,
        long revision,
        Instant createdAt,
        Instant updatedAt) {}
