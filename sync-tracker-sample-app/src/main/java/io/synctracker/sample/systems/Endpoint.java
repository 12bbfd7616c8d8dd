package io.synctracker.sample.systems;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A socket on the loopback address that can be closed and opened again on the same port. Thread-safe. */
final class Endpoint implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static {
        // Read once, by the server's own classes: without the first, an answer waits 40 ms for the client's
        // acknowledgement; without the second, a pooled connection ends just when it is used again.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }

    private final String name;
    private final Function<Request, Answer> handler;
    private final ExecutorService threads;
    private int port;
    private @Nullable HttpServer server;

    /**
     * Prepares an endpoint.
     *
     * @param name what it is called in messages
     * @param port where it listens; 0 for any free port, kept from then on
     * @param handler answers requests, several at once
     */
    Endpoint(String name, int port, Function<Request, Answer> handler) {
        this.name = name;
        this.port = port;
        this.handler = handler;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Opens the socket, if it is closed.
     *
     * @throws PortTakenException if the port is taken
     */
    synchronized void open() {
        if (server != null) {
            return;
        }
        HttpServer opened = bind();
        opened.createContext("/", this::handle);
        opened.setExecutor(threads);
        opened.start();
        port = opened.getAddress().getPort();
        server = opened;
    }

    private HttpServer bind() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException taken) {
            throw new PortTakenException(name, port, taken);
        } catch (IOException failure) {
            throw new UncheckedIOException("The " + name + " cannot listen on port " + port, failure);
        }
    }

    /** Closes the socket, and the connections with it; what is under way gets no answer. */
    synchronized void shut() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    synchronized boolean isOpen() {
        return server != null;
    }

    /** Returns where it listens, as soon as it was opened once. */
    synchronized URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        shut();
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, answer(Request.read(exchange)));
        }
    }

    private Answer answer(Request request) {
        try {
            return handler.apply(request);
        } catch (JacksonException malformed) {
            return Answer.error(400, "The body is not the JSON that is expected here");
        }
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (answer.body() == null) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        byte[] json = (JSON.writeValueAsString(answer.body()) + "\n").getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), json.length);
        exchange.getResponseBody().write(json);
    }
}
