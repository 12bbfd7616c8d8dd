package io.synctracker.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the API.
 *
 * @param status its status
 * @param body what is written as JSON, or {@code null} for nothing
 * @param headers its headers
 */
record Reply(int status, @Nullable Object body, Map<String, String> headers) {

    static Reply ok(Object body) {
        return new Reply(200, body, Map.of());
    }

    static Reply accepted(Object body) {
        return new Reply(202, body, Map.of());
    }

    static Reply accepted(Object body, String location) {
        return new Reply(202, body, Map.of("Location", location));
    }

    /** The location is relative to the request, so that it holds behind every proxy. */
    static Reply created(Object body, String location) {
        return new Reply(201, body, Map.of("Location", location));
    }

    static Reply noContent() {
        return new Reply(204, null, Map.of());
    }
}
