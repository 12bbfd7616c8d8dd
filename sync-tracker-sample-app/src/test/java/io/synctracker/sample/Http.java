package io.synctracker.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks JSON with one server, as curl does. */
final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI server;

    Http(URI server) {
        this.server = server;
    }

    JsonNode get(String path) {
        return send("GET", path, "");
    }

    JsonNode post(String path, String json) {
        return send("POST", path, json);
    }

    JsonNode send(String method, String path, String json) {
        HttpResponse<String> answer = exchange(method, path, json);
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(
                    method + " " + path + " was answered with " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "null" : answer.body());
    }

    /** Returns how a request is answered that may fail; headers are names and values in turn. */
    int status(String method, String path, String... headers) {
        return exchange(method, path, "{}", headers).statusCode();
    }

    private HttpResponse<String> exchange(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json, UTF_8));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ending);
        }
    }
}
