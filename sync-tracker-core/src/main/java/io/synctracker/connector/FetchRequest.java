package io.synctracker.connector;

import org.jspecify.annotations.Nullable;

/**
 * Which page to fetch. Immutable.
 *
 * @param stream the stream's name
 * @param window only what falls into it; {@code null} for everything, or everything since the checkpoint
 * @param checkpoint where the last page ended; {@code null} for the first
 */
public record FetchRequest(
        String stream,
        @Nullable FetchWindow window,
        @Nullable String checkpoint) {}
