package io.synctracker.web;

import static io.synctracker.web.RunApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testing.ApiClient;
import io.synctracker.testing.ApiClient.Answer;
import io.synctracker.testing.Host;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A host with a taste of its own: neither changes the other. */
class UntouchedHostTest {

    private static ConfigurableApplicationContext application;
    private static ApiClient api;

    @BeforeAll
    static void start() {
        application = Host.shop()
                .with(ApiHost.Inbound.class, ApiHost.Open.class, HostController.class, HostAdvice.class)
                .onTheWeb()
                .set("sync-tracker.relay.enabled=false")
                .set("server.servlet.context-path=/app", "sync-tracker.web.base-path=/ops/sync")
                .set("spring.jackson.property-naming-strategy=SNAKE_CASE")
                .set("spring.jackson.default-property-inclusion=non_null")
                .set("spring.mvc.problemdetails.enabled=false")
                .set("spring.mvc.format.date-time=dd/MM/yyyy")
                .set("spring.web.resources.add-mappings=false")
                .start();
        api = new ApiClient(application, "/app/ops/sync");
        application.getBean(MemoryJobs.class).add("awin");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void our_json_stays_as_it_is() {
        Answer answer = api.get("/runs?from=2026-03-01T00:00:00Z");
        assertThat(answer.text()).contains("\"createdAt\":\"2026-03-01T10:00:01Z\"", "\"startedAt\":null");
    }

    @Test
    void our_problems_stay_as_they_are() {
        assertProblem(api.get("/runs/4711"), 404, "unknown-run");
        assertProblem(api.get("/nothing"), 404, "not-found");
        assertThat(api.get("/runs/4711").at("/instance")).isEqualTo("/app/ops/sync/api/v1/runs/4711");
    }

    @Test
    void the_description_is_where_the_api_is() {
        assertThat(api.get("/openapi.json").at("/servers/0/url")).isEqualTo(".");
    }

    @Test
    void the_hosts_json_stays_as_it_is() throws Exception {
        assertThat(host("/app/hello")).isEqualTo("{\"said_by\":\"the host\"}");
    }

    @Test
    void the_hosts_errors_stay_as_they_are() throws Exception {
        assertThat(host("/app/broken")).isEqualTo("{\"handled_by\":\"the host\"}");
        assertThat(host("/app/unheard")).isEqualTo("{\"handled_by\":\"the host\"}");
    }

    private static String host(String path) throws Exception {
        URI uri = api.request("").build().uri().resolve(path);
        return api.http()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @RestController
    static class HostController {

        record Hello(String saidBy) {}

        @GetMapping("/hello")
        Hello hello() {
            return new Hello("the host");
        }

        @GetMapping("/broken")
        Hello broken() {
            throw new IllegalStateException("broken");
        }
    }

    @RestControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class HostAdvice {

        record Handled(String handledBy) {}

        @ExceptionHandler
        Handled anything(Exception e) {
            return new Handled("the host");
        }
    }
}
