package io.synctracker.model;

import org.jspecify.annotations.Nullable;

/**
 * What came of reading one entity: its payload, or why it cannot be read.
 *
 * @param payload the payload, or {@code null} if it cannot be read
 * @param error why it cannot be read, without personal data, or {@code null}
 */
public record EntityRead(
        @Nullable EntityPayload payload, @Nullable String error) {}
