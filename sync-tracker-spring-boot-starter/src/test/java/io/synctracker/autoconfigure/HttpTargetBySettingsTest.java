package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.Product;
import com.example.shop.ProductRepository;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.synctracker.testing.Host;
import io.synctracker.tracking.SyncTracker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that reaches a CRM over a real socket, by properties alone. */
class HttpTargetBySettingsTest {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer crm;

    @BeforeEach
    void start() throws IOException {
        crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        crm.createContext("/", this::answer);
        crm.start();
    }

    @AfterEach
    void stop() {
        crm.stop(0);
    }

    @Test
    void a_saved_entity_is_posted_and_its_id_there_is_kept() {
        try (ConfigurableApplicationContext host = Host.shop()
                .set("sync-tracker.targets.crm.http.url=http://127.0.0.1:"
                        + crm.getAddress().getPort() + "/{type}")
                .set("sync-tracker.targets.crm.http.authentication.bearer-token=t0ken")
                .start()) {
            Product tea = host.getBean(ProductRepository.class).save(new Product("Tea"));
            SyncTracker tracker = host.getBean(SyncTracker.class);
            await().until(() -> tracker.isSynced(tea, "crm"));
            assertThat(tracker.externalId(tea, "crm")).contains("A-1");
            assertThat(requests)
                    .singleElement()
                    .asString()
                    .startsWith("POST /Product Bearer t0ken {")
                    .contains("Tea");
        }
    }

    @Test
    void an_http_part_without_an_address_is_explained() {
        Explanation why = Explanation.of(() -> Host.shop()
                .set("sync-tracker.targets.crm.http.response.external-id=/no")
                .start()
                .close());
        assertThat(why.description()).contains("Target crm", "sync-tracker.targets.crm.http.url");
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] answer = "{\"id\": \"A-1\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(201, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
