package io.synctracker.benchmarks.application;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An HTTP server that says yes to everything after a while. It waits by a timer, which takes no processor time. */
public final class ReceiverMain {

    private static final int YES = 200;
    private static final int BACKLOG = 100;

    private ReceiverMain() {}

    /**
     * Runs until the input ends; the first line of output is the URL.
     *
     * @param arguments the milliseconds that an answer takes
     */
    public static void main(String[] arguments) throws IOException {
        long millis = Long.parseLong(arguments[0]);
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            timer.schedule(() -> answer(exchange), millis, TimeUnit.MILLISECONDS);
        });
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/items");
        while (System.in.read() >= 0) {
            // Lives as long as whoever has started it.
        }
        System.exit(0);
    }

    private static void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.sendResponseHeaders(YES, -1);
        } catch (IOException gone) {
            // The caller does not want to know any more.
        }
    }
}
