package io.synctracker.web;

import io.synctracker.connector.Resolution;
import io.synctracker.connector.SetAsides;
import io.synctracker.target.SyncTarget;
import io.synctracker.testing.ApiClient;
import io.synctracker.testing.Host;
import io.synctracker.testing.NamedTarget;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application whose API is open to everybody, started once for each test class. */
abstract class ApiHost {

    /** A Sunday, in the evening in New York and past midnight in Berlin. */
    static final Instant NOW = Instant.parse("2026-03-01T23:30:00Z");

    static ConfigurableApplicationContext application;
    static ApiClient api;
    static MemoryJobs jobs;
    static MemoryConnections connections;
    static MemorySchedules schedules;

    @BeforeAll
    static void start() {
        application = host().start();
        api = new ApiClient(application).with("X-User", "ada");
        find(application);
    }

    static Host host() {
        return Host.shop()
                .with(Inbound.class, Open.class)
                .onTheWeb()
                .set("sync-tracker.relay.enabled=false", "sync-tracker.web.rate-limit.burst=100000");
    }

    static void find(ConfigurableApplicationContext host) {
        jobs = host.getBean(MemoryJobs.class);
        connections = host.getBean(MemoryConnections.class);
        schedules = host.getBean(MemorySchedules.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void clear() {
        jobs.clear();
        connections.clear();
        schedules.clear();
    }

    /** What pulls, in memory. */
    @Configuration(proxyBeanMethods = false)
    static class Inbound {

        @Bean
        SyncTarget crm() {
            return new NamedTarget("crm");
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        MemoryJobs jobs() {
            return new MemoryJobs();
        }

        @Bean
        MemoryConnections connections(MemoryJobs jobs) {
            return new MemoryConnections(jobs);
        }

        @Bean
        MemorySchedules schedules(MemoryConnections connections) {
            return new MemorySchedules(connections);
        }

        @Bean
        SetAsides setAsides() {
            return new SetAsides() {
                @Override
                public List<SetAside> list(String system, Long before, int limit) {
                    return List.of(new SetAside(
                            1, "awin", "coupons", null, "It has no id.", Map.of("code", "X"), 7, MemoryJobs.START));
                }

                @Override
                public List<KeptConflict> conflicts(String system, boolean undecidedOnly, Long before, int limit) {
                    return undecidedOnly
                            ? List.of()
                            : List.of(new KeptConflict(
                                    1,
                                    "awin",
                                    "coupons",
                                    "Coupon",
                                    "4",
                                    "c-4",
                                    Resolution.Kind.REMOTE,
                                    Map.of("code", "A"),
                                    Map.of("code", "B"),
                                    7,
                                    MemoryJobs.START));
                }
            };
        }
    }

    /** Everybody may do everything, and is who they say they are. */
    @Configuration(proxyBeanMethods = false)
    static class Open {

        @Bean
        SyncTrackerAccess access() {
            return new HeaderAccess();
        }
    }
}
