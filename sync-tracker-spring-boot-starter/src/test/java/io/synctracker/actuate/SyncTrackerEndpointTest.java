package io.synctracker.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.target.SyncTarget;
import io.synctracker.testing.ActuatorClient;
import io.synctracker.testing.ActuatorClient.Answer;
import io.synctracker.testing.Host;
import io.synctracker.testing.Log;
import io.synctracker.testing.NamedTarget;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

class SyncTrackerEndpointTest {

    private static ConfigurableApplicationContext application;
    private static ActuatorClient actuator;
    private static Log log;

    @BeforeAll
    static void start() {
        application = Host.shop()
                .with(Crm.class)
                .onTheWeb()
                .set("sync-tracker.relay.enabled=false")
                .start();
        actuator = new ActuatorClient(application);
        log = new Log(application);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void clear() {
        log.clear();
    }

    @Test
    void the_overview_counts_entries_and_lists_targets() {
        log.pending();
        log.failed("refused");
        JsonNode overview = actuator.get("synctracker").json();
        assertThat(overview.at("/statistics/total").asInt()).isEqualTo(2);
        assertThat(overview.at("/targets/0/name").asString()).isEqualTo("crm");
        assertThat(overview.at("/targets/0/pending").asInt()).isEqualTo(1);
        assertThat(overview.at("/targets/0/failed").asInt()).isEqualTo(1);
        assertThat(overview.at("/targets/0/oldestPending").asString()).startsWith("PT");
    }

    @Test
    void entries_are_found_by_status_and_error() {
        log.pending();
        log.failed("no such customer");
        log.failed("boom");
        JsonNode page =
                actuator.get("synctracker/entries?status=failed&error=customer").json();
        assertThat(page.at("/entries")).hasSize(1);
        assertThat(page.at("/entries/0/error").asString()).isEqualTo("no such customer");
        assertThat(page.at("/entries/0/times/createdAt").asString()).startsWith("20");
    }

    @Test
    void a_full_page_says_how_to_get_the_next_one() {
        for (int i = 0; i < 101; i++) {
            log.pending();
        }
        long next = actuator.get("synctracker/entries").json().at("/olderThan").asLong();
        assertThat(actuator.get("synctracker/entries?olderThan=" + next).json().at("/entries"))
                .hasSize(1);
    }

    @Test
    void one_entry_is_found_by_its_id() {
        long id = log.failed("refused");
        assertThat(actuator.get("synctracker/entries/" + id)
                        .json()
                        .at("/entity/type")
                        .asString())
                .isEqualTo("Product");
    }

    @Test
    void what_is_not_there_is_answered_with_404() {
        assertThat(actuator.get("synctracker/entries/4711").status()).isEqualTo(404);
        assertThat(actuator.get("synctracker/targets/erp").status()).isEqualTo(404);
        assertThat(actuator.get("synctracker/nothing").status()).isEqualTo(404);
    }

    @Test
    void what_is_asked_for_wrongly_is_answered_with_400() {
        assertThat(actuator.get("synctracker/entries/x").status()).isEqualTo(400);
        assertThat(actuator.get("synctracker/entries?status=unheard").status()).isEqualTo(400);
        assertThat(actuator.post("synctracker/targets/erp", operation("pause")).status())
                .isEqualTo(400);
        assertThat(actuator.post("synctracker/targets/crm", operation("requeue"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_failed_entry_is_requeued() {
        long id = log.failed("refused");
        Answer answer = actuator.post("synctracker/entries/" + id, operation("requeue"));
        assertThat(answer.json().at("/requeued").asInt()).isEqualTo(1);
        assertThat(log.count("pending")).isEqualTo(1);
    }

    @Test
    void failed_entries_are_requeued_by_filter() {
        log.failed("refused");
        log.failed("boom");
        actuator.post("synctracker/entries", "{\"operation\": \"requeue\", \"error\": \"boom\"}");
        assertThat(log.count("pending")).isEqualTo(1);
        assertThat(log.count("failed")).isEqualTo(1);
    }

    @Test
    void an_entry_is_abandoned_with_a_note() {
        long id = log.failed("refused");
        actuator.post("synctracker/entries/" + id, "{\"operation\": \"abandon\", \"note\": \"typed in by hand\"}");
        JsonNode entry = actuator.get("synctracker/entries/" + id).json();
        assertThat(entry.at("/outcome").asString()).isEqualTo("ABANDONED");
        assertThat(entry.at("/note").asString()).contains("typed in by hand");
    }

    @Test
    void an_entry_is_not_abandoned_without_a_note() {
        long id = log.failed("refused");
        assertThat(actuator.post("synctracker/entries/" + id, operation("abandon"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void entries_are_not_abandoned_together_without_naming_a_target() {
        log.failed("refused");
        assertThat(actuator.post("synctracker/entries", "{\"operation\": \"abandon\", \"note\": \"all\"}")
                        .status())
                .isEqualTo(400);
        assertThat(log.count("failed")).isEqualTo(1);
    }

    @Test
    void a_target_is_paused_with_a_note_and_resumed() {
        JsonNode paused = actuator.post(
                        "synctracker/targets/crm", "{\"operation\": \"pause\", \"note\": \"maintenance\"}")
                .json();
        assertThat(paused.at("/paused").asBoolean()).isTrue();
        assertThat(paused.at("/pausedNote").asString()).isEqualTo("maintenance");
        JsonNode resumed =
                actuator.post("synctracker/targets/crm", operation("resume")).json();
        assertThat(resumed.at("/paused").asBoolean()).isFalse();
    }

    @Test
    void an_operator_who_may_only_read_cannot_act() {
        try (ConfigurableApplicationContext readOnly = Host.shop()
                .with(Crm.class)
                .onTheWeb()
                .set("management.endpoint.synctracker.access=read-only")
                .start()) {
            ActuatorClient client = new ActuatorClient(readOnly);
            assertThat(client.get("synctracker").status()).isEqualTo(200);
            assertThat(client.post("synctracker/targets/crm", operation("pause"))
                            .status())
                    .isEqualTo(405);
        }
    }

    @Test
    void a_host_that_does_not_expose_it_does_not_have_it() {
        try (ConfigurableApplicationContext host = Host.shop().start()) {
            assertThat(host.getBeansOfType(SyncTrackerEndpoint.class)).isEmpty();
        }
    }

    private static String operation(String name) {
        return "{\"operation\": \"" + name + "\"}";
    }

    @Configuration(proxyBeanMethods = false)
    static class Crm {
        @Bean
        SyncTarget crm() {
            return new NamedTarget("crm");
        }
    }
}
