package io.synctracker.sample.systems;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came in over HTTP, read to its end.
 *
 * @param method in capitals
 * @param path between the slashes
 * @param query parameters by name
 * @param key the idempotency key, if there is one
 * @param apiKey the key of the caller, if there is one
 * @param body as it came
 */
@SuppressWarnings("ArrayRecordComponent") // two requests are never compared
record Request(
        String method,
        List<String> path,
        Map<String, String> query,
        @Nullable String key,
        @Nullable String apiKey,
        byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Request read(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                List.of(exchange.getRequestURI().getPath().substring(1).split("/")),
                parameters(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("X-API-Key"),
                exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
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
