package io.synctracker.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.target.SyncTarget;
import io.synctracker.testing.Host;
import io.synctracker.testing.Log;
import io.synctracker.testing.NamedTarget;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class SyncTrackerHealthTest {

    private static ConfigurableApplicationContext application;
    private static Log log;

    @BeforeAll
    static void start() {
        application = Host.shop()
                .with(Crm.class)
                .set("sync-tracker.relay.enabled=false")
                .start();
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
    void entries_that_wait_are_healthy() {
        log.pending();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails()).containsEntry("degraded", false);
        assertThat(crm()).containsEntry("pending", 1L).containsKey("oldestPending");
    }

    @Test
    void a_failed_entry_is_degraded_and_not_down() {
        log.failed("refused");
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails()).containsEntry("degraded", true);
        assertThat(crm()).containsEntry("failed", 1L);
    }

    @Test
    void a_system_that_does_not_answer_is_degraded_and_not_down() {
        log.openCircuit("crm");
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(health().getDetails()).containsEntry("degraded", true);
        assertThat(crm()).containsEntry("circuitOpen", true);
    }

    @Test
    void a_log_that_cannot_be_read_is_down() {
        log.breakDown();
        try {
            assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        } finally {
            log.repair();
        }
    }

    @Test
    void it_can_be_switched_off() {
        try (ConfigurableApplicationContext without =
                Host.shop().set("management.health.synctracker.enabled=false").start()) {
            assertThat(without.containsBean("syncTrackerHealthIndicator")).isFalse();
        }
    }

    private static Health health() {
        return application
                .getBean("syncTrackerHealthIndicator", HealthIndicator.class)
                .health(true);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> crm() {
        return ((Map<String, Map<String, Object>>) health().getDetails().get("targets")).get("crm");
    }

    @Configuration(proxyBeanMethods = false)
    static class Crm {
        @Bean
        SyncTarget crm() {
            return new NamedTarget("crm");
        }
    }
}
