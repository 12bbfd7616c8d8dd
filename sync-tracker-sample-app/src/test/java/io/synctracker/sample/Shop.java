package io.synctracker.sample;

import static org.awaitility.Awaitility.await;

import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxStats;
import io.synctracker.sample.systems.ExternalSystems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The shop, started in this process. */
final class Shop implements AutoCloseable {

    private static final String API = "/sync-tracker/api/v1";

    private final ConfigurableApplicationContext context;
    private final Http http;

    private Shop(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.http = at(port);
    }

    static Shop start(List<String> database, ExternalSystems systems) {
        int port = freePort();
        String[] arguments = arguments(database, systems, port).toArray(String[]::new);
        return new Shop(new SpringApplicationBuilder(ShopApplication.class).run(arguments), port);
    }

    /** Returns the command line of a shop that tries again soon, and waits for nothing long. */
    static List<String> arguments(List<String> database, ExternalSystems systems, int port) {
        List<String> arguments = new ArrayList<>(database);
        arguments.addAll(List.of(
                "--server.port=" + port,
                "--spring.main.banner-mode=off",
                "--logging.level.io.synctracker=warn",
                "--shop.systems.start=false",
                "--shop.crm.url=" + systems.crm(),
                "--shop.erp.url=" + systems.erp(),
                "--shop.affiliate.url=" + systems.network(),
                "--shop.catalogue.countries=5",
                "--sync-tracker.targets.crm.http.timeouts.request=2s",
                "--sync-tracker.relay.call-timeout=3s",
                "--sync-tracker.relay.lease=5s",
                "--sync-tracker.relay.poll-interval=200ms",
                "--sync-tracker.jobs.poll-interval=200ms",
                "--sync-tracker.retry.initial-interval=100ms",
                "--sync-tracker.retry.max-interval=500ms",
                "--sync-tracker.breaker.initial-interval=100ms",
                "--sync-tracker.breaker.max-interval=500ms"));
        return arguments;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Http at(int port) {
        return new Http(URI.create("http://127.0.0.1:" + port));
    }

    Http http() {
        return http;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Returns how many changes a system has not answered for. */
    long waiting(String system) {
        OutboxStats stats = bean(Outbox.class).stats(system);
        return stats.total() - stats.completed();
    }

    /** Returns how many changes were ever recorded for a system. */
    long recorded(String system) {
        return bean(Outbox.class).stats(system).total();
    }

    /** Adds a map of Andorra and returns its id. */
    static long add(Http shop, String sku, String name) {
        String json = """
                {"sku": "%s", "name": "%s", "price": 8.90, "purchasePrice": 3.50, "category": "AD"}""";
        return shop.post("/products", json.formatted(sku, name)).at("/id").asLong();
    }

    void change(long product, String json) {
        http.send("PATCH", "/products/" + product, json);
    }

    /** Returns where a product stands in a system. */
    JsonNode sync(long product, String system) {
        return http.get("/products/" + product + "/sync")
                .valueStream()
                .filter(state -> state.at("/system").asString().equals(system))
                .findFirst()
                .orElseThrow();
    }

    /** Asks for a pull of the affiliate network's days, and returns the run as it was enqueued. */
    JsonNode askFor(String preset) {
        String json = "{\"connections\": [\"affiliate\"], \"preset\": \"%s\"}";
        return http.post(API + "/sync", json.formatted(preset)).at("/items/0");
    }

    /** Returns a run as it is now. */
    JsonNode run(JsonNode asked) {
        return http.get(API + "/runs/" + asked.at("/id").asLong()).at("/run");
    }

    /** Pulls the affiliate network's days, and returns the run when it has ended. */
    JsonNode pull(String preset) {
        JsonNode asked = askFor(preset);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !run(asked).at("/finishedAt").isNull());
        return run(asked);
    }

    @Override
    public void close() {
        context.close();
    }
}
