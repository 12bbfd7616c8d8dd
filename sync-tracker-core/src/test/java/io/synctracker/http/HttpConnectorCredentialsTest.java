package io.synctracker.http;

import static io.synctracker.http.Pulls.connector;
import static io.synctracker.http.Pulls.fetch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.synctracker.connector.ConnectionTest;
import io.synctracker.connector.Connector;
import io.synctracker.connector.ConnectorUnavailableException;
import io.synctracker.target.Secret;
import io.synctracker.testing.StubSystem;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpConnectorCredentialsTest {

    private final StubSystem system = new StubSystem().answer(200, "[{\"id\":1}]");

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void a_connector_proves_who_it_is_in_each_way() throws Exception {
        assertThat(header("Authorization", Map.of("authentication", Map.of("bearer-token", "t0ken"))))
                .isEqualTo("Bearer t0ken");
        assertThat(header("Authorization", Map.of("authentication", Map.of("username", "me", "password", "pw"))))
                .isEqualTo("Basic bWU6cHc=");
        assertThat(header("X-API-Key", Map.of("authentication", Map.of("api-key", "k3y"))))
                .isEqualTo("k3y");
        assertThat(header("X-Tenant", Map.of("request", Map.of("headers", Map.of("X-Tenant", "acme")))))
                .isEqualTo("acme");
    }

    @Test
    void a_shared_credential_takes_the_place_that_the_authentication_leaves_for_it() throws Exception {
        assertThat(header("Authorization", Map.of("credentials-ref", "shared"))).isEqualTo("Bearer shared-s3cret");
        assertThat(header(
                        "Authorization",
                        Map.of("credentials-ref", "shared", "authentication", Map.of("username", "me"))))
                .startsWith("Basic ");
        assertThat(header(
                        "X-Key",
                        Map.of("credentials-ref", "shared", "authentication", Map.of("api-key-header", "X-Key"))))
                .isEqualTo("shared-s3cret");
    }

    @Test
    void a_shared_credential_may_change_and_go_away_while_a_connector_lives() throws Exception {
        Map<String, Secret> shared = new ConcurrentHashMap<>(Map.of("net", Secret.of("old")));
        Connector connector = HttpConnectorFactory.of(Clock.systemUTC(), () -> shared)
                .create(
                        "affiliates",
                        Map.of("url", system.url(), "credentials-ref", "net", "streams", Map.of("coupons", Map.of())));

        shared.put("net", Secret.of("new"));
        fetch(connector);
        shared.clear();

        assertThat(system.only().header("Authorization")).isEqualTo("Bearer new");
        assertThatExceptionOfType(ConnectorUnavailableException.class)
                .isThrownBy(() -> fetch(connector))
                .withMessageContaining("the secret for the header Authorization cannot be read");
    }

    @Test
    void a_test_reads_one_record_of_the_first_stream() {
        ConnectionTest found = connector(system.url(), Map.of("paging", Map.of("size-parameter", "n")))
                .test();

        assertThat(found.successful()).isTrue();
        assertThat(found.message()).isEqualTo("HTTP 200, and the stream coupons begins with 1 record.");
        assertThat(system.only().path()).isEqualTo("/?n=1");
    }

    @Test
    void a_test_reads_the_path_that_is_made_for_it() {
        ConnectionTest found =
                connector(system.url(), Map.of(), Map.of("test-path", "/ping")).test();

        assertThat(found.successful()).isTrue();
        assertThat(system.only().path()).isEqualTo("/ping");
    }

    @Test
    void a_test_that_fails_says_why() {
        system.answer(401, "s3cret");

        ConnectionTest found = connector(system.url(), Map.of()).test();

        assertThat(found.successful()).isFalse();
        assertThat(found.message())
                .isEqualTo("Connection affiliates, stream coupons: HTTP 401. The credential is wrong or lacks a right:"
                        + " correct authentication.");
    }

    @Test
    void a_test_of_a_system_that_is_no_api_says_so() {
        system.answer(200, "<html>");

        assertThat(connector(system.url(), Map.of()).test().successful()).isFalse();
    }

    private String header(String name, Map<String, ?> settings) throws Exception {
        fetch(connector(system.url(), Map.of(), settings));
        return system.seen().get(system.seen().size() - 1).header(name);
    }
}
