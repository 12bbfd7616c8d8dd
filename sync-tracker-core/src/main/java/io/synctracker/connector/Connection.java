package io.synctracker.connector;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection to an external system, fit to be shown. Immutable.
 *
 * @param name its name, which is the system's
 * @param kind {@code bean} for the application's own connector, else what makes it, such as {@code http}
 * @param enabled whether it may be pulled
 * @param stored whether it was stored at run time; the others are the application's and cannot be changed
 * @param streams its streams, in the order they are pulled
 * @param settings its settings, secrets masked; empty if it is not stored
 * @param owner who stored it
 * @param createdAt when it was stored
 * @param updatedAt when it was last changed
 */
public record Connection(
        String name,
        String kind,
        boolean enabled,
        boolean stored,
        List<String> streams,
        Map<String, @Nullable Object> settings,
        @Nullable String owner,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {}
