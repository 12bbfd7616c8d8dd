package io.synctracker.benchmarks.application;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The system that changes are delivered to: it does nothing, or it is an HTTP server. The same for every contestant.
 * Counts what it was given. Thread-safe.
 */
public final class Receiver {

    private static final int OK = 200;

    private final @Nullable URI url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LongAdder received = new LongAdder();
    private final AtomicLong lastNanos = new AtomicLong();
    private volatile Observer observer = (id, nanos) -> {};

    /** Sees each delivery, for latencies. */
    public interface Observer {

        /**
         * Is told of a delivery.
         *
         * @param id of which item
         * @param nanos when it came, by {@link System#nanoTime()}
         */
        void received(String id, long nanos);
    }

    Receiver(String url) {
        this.url = url.isEmpty() ? null : URI.create(url);
    }

    /**
     * Takes a change.
     *
     * @param id of which item
     * @param payload what it holds
     * @throws IllegalStateException if the server did not say yes
     */
    public void receive(String id, Object payload) {
        observer.received(id, System.nanoTime());
        if (url != null) {
            send(payload.toString());
        }
        received.increment();
        lastNanos.lazySet(System.nanoTime());
    }

    private void send(String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(url)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != OK) {
                throw new IllegalStateException("The receiver answered " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The receiver does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Has each delivery seen by somebody from now on. */
    public void observe(Observer other) {
        observer = other;
    }

    /** Returns how many changes it was given. */
    public long received() {
        return received.sum();
    }

    /** Returns when it was given the last one, by {@link System#nanoTime()}. */
    public long lastNanos() {
        return lastNanos.get();
    }
}
