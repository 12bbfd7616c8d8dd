package io.synctracker.connector;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of an external system. Immutable.
 *
 * @param externalId its id there, at most 255 characters; one without is set aside
 * @param attributes its content, as JSON knows it; empty for one that is gone
 * @param changedAt when it was changed there, by their clock; {@code null} if they do not say
 * @param deleted whether it is a tombstone: the record is gone there
 */
public record RemoteRecord(
        @Nullable String externalId,
        Map<String, @Nullable Object> attributes,
        @Nullable Instant changedAt,
        boolean deleted) {

    /** Copies what it is given. */
    public RemoteRecord {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /**
     * Returns a record.
     *
     * @param externalId its id there
     * @param attributes its content
     */
    public static RemoteRecord of(String externalId, Map<String, ?> attributes) {
        return new RemoteRecord(externalId, new LinkedHashMap<>(attributes), null, false);
    }

    /**
     * Returns a tombstone.
     *
     * @param externalId the id that it had there
     */
    public static RemoteRecord gone(String externalId) {
        return new RemoteRecord(externalId, Map.of(), null, true);
    }

    /**
     * Returns this record with a time.
     *
     * @param time when it was changed there
     */
    public RemoteRecord changedAt(@Nullable Instant time) {
        return new RemoteRecord(externalId, attributes, time, deleted);
    }
}
