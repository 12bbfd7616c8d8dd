package io.synctracker.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small HTTP server that remembers what it saw and answers as told; the last answer holds for all that follow. */
public final class StubSystem implements AutoCloseable {

    static {
        // Without it the server holds back the body of an answer for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers =
            new ArrayDeque<>(List.of(new Answer(200, "{\"id\":\"A-1\"}".getBytes(UTF_8))));

    private volatile boolean pathIsId;

    public StubSystem() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers so to everything. */
    public StubSystem answer(int status, String body, String... headers) {
        return answer(status, body.getBytes(UTF_8), headers);
    }

    public StubSystem answer(int status, byte[] body, String... headers) {
        answers.clear();
        return thenAnswer(status, body, headers);
    }

    /** Answers so after the answers given before. */
    public StubSystem thenAnswer(int status, String body, String... headers) {
        return thenAnswer(status, body.getBytes(UTF_8), headers);
    }

    private synchronized StubSystem thenAnswer(int status, byte[] body, String... headers) {
        answers.add(new Answer(status, body, headers));
        return this;
    }

    /** Answers every request with its own path as the id. */
    public void answerWithPath() {
        pathIsId = true;
    }

    public List<Seen> seen() {
        return seen;
    }

    /** Returns the only request that there was. */
    public Seen only() {
        if (seen.size() != 1) {
            throw new AssertionError("Expected one request, saw " + seen);
        }
        return seen.get(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            Answer answer = pathIsId ? path(exchange) : next();
            for (int i = 0; i < answer.headers().length; i += 2) {
                exchange.getResponseHeaders().add(answer.headers()[i], answer.headers()[i + 1]);
            }
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private static Answer path(HttpExchange exchange) {
        return new Answer(200, ("{\"id\":\"" + exchange.getRequestURI() + "\"}").getBytes(UTF_8));
    }

    private synchronized Answer next() {
        return answers.size() > 1 ? answers.remove() : answers.element();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    public record Seen(String method, String path, Headers headers, String body) {
        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    private record Answer(int status, byte[] body, String... headers) {}
}
