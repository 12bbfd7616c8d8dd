package io.synctracker.sample.systems;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came in over HTTP, read to its end.
 *
 * @param method in capitals
 * @param path between the slashes
 * @param key the idempotency key, if there is one
 * @param body as it came
 */
@SuppressWarnings("ArrayRecordComponent") // two requests are never compared
record Request(String method, List<String> path, @Nullable String key, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Request read(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                List.of(exchange.getRequestURI().getPath().substring(1).split("/")),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestBody().readAllBytes());
    }

    /** Returns whether this is such a request; {@code *} stands for any part of the path. */
    boolean is(String otherMethod, String... pattern) {
        if (!method.equals(otherMethod) || path.size() != pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    String part(int index) {
        return path.get(index);
    }

    /**
     * Returns the body.
     *
     * @throws JacksonException if it is something else
     */
    <T> T bodyAs(Class<T> type) {
        return JSON.readValue(body, type);
    }
}
