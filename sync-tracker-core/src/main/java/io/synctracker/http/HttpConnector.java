package io.synctracker.http;

import io.synctracker.connector.ConnectionTest;
import io.synctracker.connector.Connector;
import io.synctracker.connector.ConnectorUnavailableException;
import io.synctracker.connector.FetchRequest;
import io.synctracker.connector.InvalidConnectionException;
import io.synctracker.connector.InvalidPageException;
import io.synctracker.connector.RecordPage;
import io.synctracker.target.HttpAnswer;
import io.synctracker.target.HttpReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pulls a system's streams over HTTP. Thread-safe. */
final class HttpConnector implements Connector {

    private final String name;
    private final Map<String, HttpStream> streams;
    private final @Nullable URI testAddress;
    private final HttpReader reader;
    private final RateLimit limit;

    /**
     * Takes what the factory has checked.
     *
     * @param streams by name, in their order
     * @param testAddress what a test reads; {@code null} for the first stream
     */
    HttpConnector(
            String name,
            Map<String, HttpStream> streams,
            @Nullable URI testAddress,
            HttpReader reader,
            RateLimit limit) {
        this.name = name;
        this.streams = streams;
        this.testAddress = testAddress;
        this.reader = reader;
        this.limit = limit;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> streams() {
        return List.copyOf(streams.keySet());
    }

    @Override
    public ConnectionTest test() {
        long begin = System.nanoTime();
        String found;
        boolean successful = false;
        try {
            found = tryOut();
            successful = true;
        } catch (ConnectorUnavailableException | InvalidConnectionException | InvalidPageException failure) {
            found = String.valueOf(failure.getMessage());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            found = "The test was interrupted.";
        }
        return new ConnectionTest(successful, found, Duration.ofNanos(System.nanoTime() - begin));
    }

    private String tryOut() throws InterruptedException {
        if (testAddress != null) {
            HttpAnswer answer = call("the test", testAddress);
            return "HTTP " + answer.status() + ".";
        }
        Map.Entry<String, HttpStream> first = streams.entrySet().iterator().next();
        String what = "stream " + first.getKey();
        HttpAnswer answer = call(what, first.getValue().smallest());
        int count = named(what, () -> first.getValue().records(answer)).size();
        return "HTTP " + answer.status() + ", and the " + what + " begins with " + count
                + (count == 1 ? " record." : " records.");
    }

    @Override
    public RecordPage fetch(FetchRequest request) throws InterruptedException {
        HttpStream stream = streams.get(request.stream());
        if (stream == null) {
            throw new InvalidConnectionException("Connection " + name + " has no stream '"
                    + ConnectionSettings.quote(request.stream()) + "'. It has: " + String.join(", ", streams.keySet())
                    + ".");
        }
        String what = "stream " + request.stream();
        Position at = named(what, () -> Position.read(request.checkpoint()));
        URI url = named(what, () -> stream.url(at, request.window()));
        HttpAnswer answer = call(what, url);
        return named(what, () -> stream.page(at, answer));
    }

    private HttpAnswer call(String what, URI url) throws InterruptedException {
        limit.await();
        HttpAnswer answer;
        try {
            answer = reader.get(url);
        } catch (IOException failure) {
            throw new ConnectorUnavailableException(prefix(what) + failure.getMessage(), null);
        }
        if (!answer.isSuccessful()) {
            throw refused(prefix(what), answer);
        }
        return answer;
    }

    private static RuntimeException refused(String prefix, HttpAnswer answer) {
        String message = prefix + "HTTP " + answer.status() + ". ";
        return switch (answer.status()) {
            case 401, 403 ->
                new InvalidConnectionException(
                        message + "The credential is wrong or lacks a right: correct authentication.");
            case 407 -> new InvalidConnectionException(message + "The proxy wants a credential of its own.");
            case 404, 410 ->
                new InvalidPageException(message + "Nothing is there: correct the path, or pull the stream"
                        + " from its beginning if it was there before.");
            case 408, 425, 429 -> unavailable(message + "The system asks to come back later.", answer);
            default -> other(message, answer);
        };
    }

    private static RuntimeException other(String message, HttpAnswer answer) {
        if (answer.status() >= 500) {
            return unavailable(message + "The system has a problem of its own.", answer);
        }
        return answer.status() >= 400
                ? new InvalidPageException(message + "The system does not take the request: look at the parameters.")
                : new InvalidConnectionException(
                        message + "Redirects are not followed: set url and path to the final address.");
    }

    private static ConnectorUnavailableException unavailable(String message, HttpAnswer answer) {
        return new ConnectorUnavailableException(message, answer.retryAfter());
    }

    /** Says in an exception where it happened. */
    private <T> T named(String what, Step<T> step) {
        try {
            return step.take();
        } catch (InvalidPageException problem) {
            throw new InvalidPageException(prefix(what) + problem.getMessage() + ".");
        }
    }

    private String prefix(String what) {
        return "Connection " + name + ", " + what + ": ";
    }

    /** Returns the name, and nothing of the options. */
    @Override
    public String toString() {
        return "HttpConnector[" + name + "]";
    }

    /** Does a part of the work. */
    private interface Step<T> {
        T take();
    }
}
