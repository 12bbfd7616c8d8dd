package io.synctracker.target;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

/** Sends requests and waits for the whole answer, for a limited time and a limited number of bytes. Thread-safe. */
final class HttpExchanges {

    private static final int LONGEST_MESSAGE = 200;

    private final HttpClient client;
    private final HttpTargetOptions.Timeouts timeouts;
    private final int maxBytes;

    /**
     * Makes a client.
     *
     * @param threads what the names of its threads begin with
     * @param timeouts how long a system may take
     * @param maxBytes how much of an answer is read
     */
    HttpExchanges(String threads, HttpTargetOptions.Timeouts timeouts, int maxBytes) {
        this.timeouts = timeouts;
        this.maxBytes = maxBytes;
        // HTTP/1.1, since an offer of h2c makes some servers refuse a body, and the relay's few calls at a time
        // gain nothing from streams that share a connection.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect())
                .executor(daemons(threads + "-"))
                .build();
    }

    private static ExecutorService daemons(String prefix) {
        AtomicInteger count = new AtomicInteger();
        // Threads are made on the path of a delivery, whose inheritable thread locals they must not keep.
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(null, task, prefix + count.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Returns the {@link System#nanoTime()} by which a delivery that begins now must end. */
    long deadline() {
        return System.nanoTime() + timeouts.request().toNanos();
    }

    /**
     * Sends one request.
     *
     * @param deadline see {@link #deadline()}
     * @throws NotDeliveredException if there was no whole answer
     * @throws InterruptedException if the thread was interrupted; it stays so, and the exchange is cancelled
     */
    HttpReply send(OutgoingRequest outgoing, long deadline) throws NotDeliveredException, InterruptedException {
        return HttpReply.of(exchange(outgoing, deadline));
    }

    /** Sends one request as {@link #send} does, and leaves the body as it came. */
    HttpResponse<byte[]> exchange(OutgoingRequest outgoing, long deadline)
            throws NotDeliveredException, InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("Interrupted before the request was sent");
        }
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(outgoing.request(), head -> new BoundedBody(maxBytes));
        try {
            return exchange.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw NotDeliveredException.deferred(reason(cause(failure), outgoing));
        } catch (TimeoutException tooSlow) {
            throw NotDeliveredException.deferred(
                    origin(outgoing.request()) + " gave no whole answer within " + text(timeouts.request()) + ".");
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw interrupt;
        } finally {
            exchange.cancel(true);
        }
    }

    private static Throwable cause(ExecutionException failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }

    private String reason(Throwable failure, OutgoingRequest outgoing) {
        String origin = origin(outgoing.request());
        if (failure instanceof HttpConnectTimeoutException) {
            return "No connection to " + origin + " within " + text(timeouts.connect()) + ".";
        }
        if (find(UnresolvedAddressException.class, failure).isPresent()) {
            return "No address is known for " + origin + ".";
        }
        if (failure instanceof ConnectException) {
            return "No connection to " + origin + ": it was refused, or there is no route.";
        }
        Optional<SSLException> distrust = find(SSLException.class, failure);
        String words = String.valueOf(
                distrust.map(Throwable.class::cast).orElse(failure).getMessage());
        return (distrust.isPresent() ? "No trusted connection to " + origin : "The connection to " + origin + " broke")
                + ": "
                + outgoing.redaction().excerpt(words, LONGEST_MESSAGE);
    }

    /** The client wraps what happened, each time differently. */
    private static <T extends Throwable> Optional<T> find(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** Names the system without the path and the query, which may hold what is nobody's business. */
    private static String origin(HttpRequest request) {
        URI uri = request.uri();
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
