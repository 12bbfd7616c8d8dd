package io.synctracker.sample.systems;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.synctracker.sample.systems.ExternalSystems.Ports;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExternalSystemsTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExternalSystems systems = ExternalSystems.start(new Ports(0, 0, 0, 0), "secret");

    @AfterEach
    void stop() {
        systems.close();
    }

    @Test
    void a_record_gets_an_id_of_the_system() throws Exception {
        HttpResponse<String> answer = create("k1", "{\"name\": \"Bayern\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).at("/id").asString()).startsWith("crm-");
    }

    @Test
    void the_same_idempotency_key_gets_the_first_answer_and_no_second_record() throws Exception {
        String first = create("k1", "{\"name\": \"Bayern\"}").body();
        assertThat(create("k1", "{\"name\": \"Bayern\"}").body()).isEqualTo(first);
        assertThat(records()).hasSize(1);
    }

    @Test
    void a_record_whose_parent_has_no_id_there_is_refused() throws Exception {
        String orphan = "{\"category\": {\"type\": \"Category\", \"id\": \"1\"}}";
        assertThat(create("k1", orphan).statusCode()).isEqualTo(422);
    }

    @Test
    void an_update_replaces_the_fields_and_is_counted() throws Exception {
        String id = json(create("k1", "{\"name\": \"Bayern\"}")).at("/id").asString();
        send("PUT", systems.crm() + "/records/Product/" + id, "k2", "{\"name\": \"Bavaria\"}");
        assertThat(records().get(0).at("/data/name").asString()).isEqualTo("Bavaria");
        assertThat(records().get(0).at("/writes").asInt()).isEqualTo(2);
    }

    @Test
    void a_deleted_record_is_gone() throws Exception {
        String id = json(create("k1", "{}")).at("/id").asString();
        String url = systems.crm() + "/records/Product/" + id;
        assertThat(send("DELETE", url, "k2", "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", url, "k3", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_bulk_is_answered_item_by_item() throws Exception {
        String bulk = """
                [{"key": "a", "action": "CREATE", "type": "Product", "data": {}},
                 {"key": "b", "action": "UPDATE", "type": "Product", "id": "erp-0", "data": {}}]""";
        JsonNode answers = json(send("POST", systems.erp() + "/batch", "", bulk));
        assertThat(answers.at("/0/status").asInt()).isEqualTo(201);
        assertThat(answers.at("/1/status").asInt()).isEqualTo(404);
    }

    @Test
    void a_failing_system_answers_500() throws Exception {
        desk("/crm/fail", "");
        assertThat(create("k1", "{}").statusCode()).isEqualTo(500);
    }

    @Test
    void a_throttling_system_says_when_to_come_back() throws Exception {
        desk("/crm/throttle", "");
        HttpResponse<String> answer = create("k1", "{}");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void a_system_that_is_down_does_not_answer_and_comes_up_with_its_records() throws Exception {
        create("k1", "{}");
        desk("/crm/down", "");
        assertThatThrownBy(() -> create("k2", "{}")).isInstanceOf(ConnectException.class);
        desk("/crm/up", "");
        assertThat(records()).hasSize(1);
    }

    @Test
    void the_desk_controls_the_affiliate_network_too() throws Exception {
        HttpResponse<String> states = desk("/network/throttle", "");
        assertThat(json(states).at("/network").asString()).isEqualTo("throttling");
        assertThat(send("GET", systems.network() + "/campaigns", "", "").statusCode())
                .isEqualTo(429);
        assertThat(desk("/network/records/campaign-01", "{\"title\": \"All of Tea\"}")
                        .body())
                .contains("All of Tea");
    }

    @Test
    void a_change_made_there_reaches_the_subscriber_signed() throws Exception {
        String id = json(create("k1", "{\"name\": \"Bayern\"}")).at("/id").asString();
        BlockingQueue<String> signatures = new LinkedBlockingQueue<>();
        HttpServer subscriber = subscriber(signatures);
        try {
            String url =
                    "{\"url\": \"http://127.0.0.1:" + subscriber.getAddress().getPort() + "/\"}";
            send("PUT", systems.crm() + "/webhook", "", url);
            String answer =
                    desk("/crm/records/" + id, "{\"name\": \"Bavaria\"}").body();
            assertThat(answer).contains("Bavaria").contains("answered with 204");
            assertThat(signatures.poll(5, TimeUnit.SECONDS)).startsWith("v1,");
        } finally {
            subscriber.stop(0);
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_setting_to_change() {
        int taken = systems.crm().getPort();
        assertThatThrownBy(() -> ExternalSystems.start(new Ports(taken, 0, 0, 0), "secret"))
                .isInstanceOfSatisfying(
                        PortTakenException.class,
                        failure -> assertThat(failure.setting()).isEqualTo("shop.systems.crm-port"))
                .hasMessageContaining("Port " + taken);
    }

    private static HttpServer subscriber(BlockingQueue<String> signatures) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                signatures.add(exchange.getRequestHeaders().getFirst("webhook-signature"));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        return server;
    }

    private JsonNode records() throws Exception {
        return json(send("GET", systems.crm() + "/records/Product", "", ""));
    }

    private HttpResponse<String> create(String key, String body) throws Exception {
        return send("POST", systems.crm() + "/records/Product", key, body);
    }

    private HttpResponse<String> desk(String path, String body) throws Exception {
        return send("POST", systems.desk() + path, "", body);
    }

    private HttpResponse<String> send(String method, String url, String key, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.ofString(body, UTF_8));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
