package io.synctracker.web;

import static io.synctracker.web.RunApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testing.ApiClient;
import io.synctracker.testing.ApiClient.Answer;
import io.synctracker.testing.Host;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** A host with Spring Security as it is by default: people log in, and changes need a CSRF token. */
class SecuredApiTest {

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = Host.shop()
                .with(ApiHost.Inbound.class, People.class)
                .secured()
                .onTheWeb()
                .set("sync-tracker.relay.enabled=false")
                .set("sync-tracker.web.authorities.view=SYNC_TRACKER_VIEW,ROLE_SUPPORT")
                .set("sync-tracker.web.rate-limit.burst=10")
                .start();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void clear() {
        application.getBean(MemoryJobs.class).clear();
        application.getBean(MemoryConnections.class).clear();
        application.getBean(MemorySchedules.class).clear();
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, 200, 403, 403, 403",
        "support, 200, 403, 403, 403",
        "runner, 200, 202, 403, 403",
        "manager, 200, 202, 200, 403",
        "exporter, 403, 403, 403, 200",
        "stranger, 403, 403, 403, 403",
    })
    void authorities_allow_what_the_settings_say(String user, int view, int run, int manage, int export) {
        long id = application.getBean(MemoryJobs.class).add("awin").id();
        ApiClient api = loggedIn(user);
        assertThat(api.get("/runs/" + id).status()).isEqualTo(view);
        assertThat(api.post("/runs/" + id + "/cancel").status()).isEqualTo(run);
        assertThat(api.post("/targets/crm/resume").status()).isEqualTo(manage);
        assertThat(api.get("/runs.csv").status()).isEqualTo(export);
    }

    @Test
    void a_missing_permission_is_named() {
        Answer answer = loggedIn("viewer").post("/sync", "{\"connections\": [\"awin\"]}");
        assertProblem(answer, 403, "forbidden");
        assertThat(answer.at("/detail")).contains("permission to run");
        assertThat(application.getBean(MemoryConnections.class).pulls).isEmpty();
    }

    @Test
    void nobody_is_told_to_log_in() {
        assertProblem(new ApiClient(application).get("/runs"), 401, "unauthenticated");
        assertProblem(new ApiClient(application).get("/session"), 401, "unauthenticated");
    }

    @Test
    void a_session_says_who_asks_and_what_they_may() {
        Answer answer = client("runner").get("/session");
        assertThat(answer.at("/user")).isEqualTo("runner");
        assertThat(answer.json().at("/permissions").toString())
                .isEqualTo("{\"view\":true,\"run\":true,\"manage\":false,\"export\":false}");
        assertThat(client("stranger").get("/session").status()).isEqualTo(200);
    }

    @Test
    void a_change_needs_the_token_of_the_session() {
        ApiClient api = client("runner");
        assertThat(api.post("/sync", "{\"connections\": [\"awin\"]}").status()).isEqualTo(403);
        Answer session = api.get("/session");
        api.with(session.at("/csrf/header"), session.at("/csrf/token"));
        Answer answer = api.post("/sync", "{\"connections\": [\"awin\"]}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.at("/items/0/requestedBy")).isEqualTo("runner");
    }

    @Test
    void who_changes_too_much_must_wait_and_nobody_else() {
        ApiClient eager = loggedIn("eager");
        for (int i = 0; i < 10; i++) {
            assertThat(eager.post("/targets/crm/resume").status()).isEqualTo(200);
        }
        Answer answer = eager.post("/targets/crm/resume");
        assertProblem(answer, 429, "too-many-requests");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(eager.get("/targets/crm").status()).isEqualTo(200);
        assertThat(eager.post("/schedules/preview", "{}").status()).isEqualTo(422);
        assertThat(loggedIn("manager").post("/targets/crm/resume").status()).isEqualTo(200);
    }

    @Test
    void whoever_may_look_may_listen() throws Exception {
        assertProblem(loggedIn("exporter").get("/events"), 403, "forbidden");
        ApiClient viewer = client("viewer");
        HttpResponse<Stream<String>> response =
                viewer.http().send(viewer.request("/events").build(), HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            assertThat(lines.findFirst()).contains(":alive");
        }
    }

    @Test
    void the_host_has_no_filter_chain_of_ours() {
        assertThat(application.getBeanNamesForType(SecurityFilterChain.class)).containsExactly("chain");
    }

    private static ApiClient client(String user) {
        String credentials = Base64.getEncoder().encodeToString((user + ":pw").getBytes(StandardCharsets.UTF_8));
        return new ApiClient(application).with("Authorization", "Basic " + credentials);
    }

    private static ApiClient loggedIn(String user) {
        ApiClient api = client(user);
        Answer session = api.get("/session");
        return api.with(session.at("/csrf/header"), session.at("/csrf/token"));
    }

    /** The people of the host, and its own rules. */
    @Configuration(proxyBeanMethods = false)
    static class People {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(
                    person("viewer", "SYNC_TRACKER_VIEW"),
                    person("support", "ROLE_SUPPORT"),
                    person("runner", "SYNC_TRACKER_RUN"),
                    person("manager", "SYNC_TRACKER_MANAGE"),
                    person("eager", "SYNC_TRACKER_MANAGE"),
                    person("exporter", "SYNC_TRACKER_EXPORT"),
                    person("stranger", "ROLE_CUSTOMER"));
        }

        private static UserDetails person(String name, String authority) {
            return User.withUsername(name)
                    .password("{noop}pw")
                    .authorities(authority)
                    .build();
        }
    }
}
