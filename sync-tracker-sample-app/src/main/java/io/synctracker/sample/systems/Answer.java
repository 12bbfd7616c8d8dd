package io.synctracker.sample.systems;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP request is answered with.
 *
 * @param status the HTTP status
 * @param headers additional headers
 * @param body written as JSON; {@code null} for none
 */
record Answer(
        int status, Map<String, String> headers, @Nullable Object body) {

    static final Answer DONE = new Answer(204, Map.of(), null);

    static Answer of(int status, Object body) {
        return new Answer(status, Map.of(), body);
    }

    static Answer error(int status, String message) {
        return of(status, Map.of("error", message));
    }

    boolean accepted() {
        return status / 100 == 2;
    }
}
