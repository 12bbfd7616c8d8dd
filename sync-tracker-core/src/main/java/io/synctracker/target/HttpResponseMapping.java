package io.synctracker.target;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is read from the answer to an accepted change. A pointer is a JSON pointer (RFC 6901).
 *
 * @param externalId points to the entity's id in the system, a text or a whole number; default {@code /id}, empty to
 *     read none
 * @param location whether the last segment of the {@code Location} header is the external id where the body names
 *     none; default {@code false}
 * @param metadata points to what is noted about the entity, by the name it is noted under; what the answer does not
 *     have, or has as null, stays as it was; default nothing
 * @param statuses what a status means where it differs from the rules
 * @param maxBytes how much of an answer is read, in bytes; default 1 MiB, at most 64 MiB
 * @param excerpt how many characters of an answer a reason may quote; default 200, 0 for none where answers repeat
 *     personal data, at most 1,000
 */
public record HttpResponseMapping(
        String externalId,
        boolean location,
        Map<String, String> metadata,
        HttpStatuses statuses,
        Integer maxBytes,
        Integer excerpt) {

    /** The default of each part. */
    public static final HttpResponseMapping DEFAULT = new HttpResponseMapping(null, false, null, null, null, null);

    /** Copies what it is given; {@code null} stands for the default. */
    public HttpResponseMapping(
            @Nullable String externalId,
            boolean location,
            @Nullable Map<String, String> metadata,
            @Nullable HttpStatuses statuses,
            @Nullable Integer maxBytes,
            @Nullable Integer excerpt) {
        this.externalId = externalId == null ? "/id" : externalId;
        this.location = location;
        this.metadata = metadata == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        this.statuses = statuses == null ? HttpStatuses.DEFAULT : statuses;
        this.maxBytes = maxBytes == null ? Integer.valueOf(1024 * 1024) : maxBytes;
        this.excerpt = excerpt == null ? Integer.valueOf(200) : excerpt;
    }

    /** Returns this mapping with the external id at another pointer; an empty one to read none. */
    public HttpResponseMapping withExternalId(String pointer) {
        return new HttpResponseMapping(pointer, location, metadata, statuses, maxBytes, excerpt);
    }

    /** Returns this mapping with, or without, the {@code Location} header. */
    public HttpResponseMapping withLocation(boolean read) {
        return new HttpResponseMapping(externalId, read, metadata, statuses, maxBytes, excerpt);
    }

    /** Returns this mapping with one note more. */
    public HttpResponseMapping withMetadata(String name, String pointer) {
        Map<String, String> all = new LinkedHashMap<>(metadata);
        all.put(name, pointer);
        return new HttpResponseMapping(externalId, location, all, statuses, maxBytes, excerpt);
    }

    /** Returns this mapping with another reading of statuses. */
    public HttpResponseMapping withStatuses(HttpStatuses other) {
        return new HttpResponseMapping(externalId, location, metadata, other, maxBytes, excerpt);
    }

    /** Returns this mapping with another limit of bytes. */
    public HttpResponseMapping withMaxBytes(int bytes) {
        return new HttpResponseMapping(externalId, location, metadata, statuses, bytes, excerpt);
    }

    /** Returns this mapping with another limit of quoted characters. */
    public HttpResponseMapping withExcerpt(int characters) {
        return new HttpResponseMapping(externalId, location, metadata, statuses, maxBytes, characters);
    }
}
