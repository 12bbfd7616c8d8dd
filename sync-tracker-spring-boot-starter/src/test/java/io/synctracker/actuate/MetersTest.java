package io.synctracker.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.synctracker.outbox.Outbox;
import io.synctracker.relay.DeliveryOutcome;
import io.synctracker.relay.Targets;
import io.synctracker.target.SyncTarget;
import io.synctracker.testing.Host;
import io.synctracker.testing.Log;
import io.synctracker.testing.NamedTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class MetersTest {

    private static ConfigurableApplicationContext application;
    private static Log log;

    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);

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
    void bind() {
        log.clear();
        new BacklogMeters(application.getBean(Outbox.class), application.getBean(Targets.class)).bindTo(registry);
    }

    @Test
    void what_waits_and_what_failed_is_shown_for_each_target() {
        log.pending();
        log.pending();
        log.failed("refused");
        assertThat(gauge("sync.tracker.pending")).isEqualTo(2);
        assertThat(gauge("sync.tracker.failed")).isEqualTo(1);
        assertThat(registry.get("sync.tracker.oldest.pending.age")
                        .tag("target", "crm")
                        .timeGauge()
                        .value(TimeUnit.NANOSECONDS))
                .isPositive();
    }

    @Test
    void nothing_that_waits_has_no_age() {
        assertThat(gauge("sync.tracker.oldest.pending.age")).isZero();
    }

    @Test
    void the_database_is_asked_once_in_five_seconds() {
        assertThat(gauge("sync.tracker.pending")).isZero();
        log.pending();
        assertThat(gauge("sync.tracker.pending")).isZero();
        clock.add(Duration.ofSeconds(5));
        assertThat(gauge("sync.tracker.pending")).isEqualTo(1);
    }

    @Test
    void a_database_that_does_not_answer_leaves_a_gap() {
        log.breakDown();
        try {
            assertThat(gauge("sync.tracker.pending")).isNaN();
        } finally {
            log.repair();
        }
    }

    @Test
    void what_the_relay_does_is_counted_for_each_target() {
        RelayMeters meters = new RelayMeters(registry);
        meters.settled("crm", DeliveryOutcome.ACCEPTED);
        meters.folded("crm", 3);
        meters.leaseLost("crm", 2);
        meters.called("crm", Duration.ofMillis(20));
        assertThat(registry.get("sync.tracker.deliveries")
                        .tags("target", "crm", "outcome", "accepted")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("sync.tracker.folded").counter().count()).isEqualTo(3);
        assertThat(registry.get("sync.tracker.lease.lost").counter().count()).isEqualTo(2);
        assertThat(registry.get("sync.tracker.call").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(20);
    }

    @Test
    void the_reference_page_names_every_meter() throws IOException {
        RelayMeters meters = new RelayMeters(registry);
        meters.settled("crm", DeliveryOutcome.ACCEPTED);
        meters.folded("crm", 1);
        meters.leaseLost("crm", 1);
        meters.called("crm", Duration.ofMillis(1));
        Set<String> names = new TreeSet<>(Set.of(DeliveryObservation.DELIVERY.getName()));
        registry.getMeters().forEach(meter -> names.add(meter.getId().getName()));
        assertThat(onThePage()).isEqualTo(names);
    }

    private static Set<String> onThePage() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "reference", "meters.md"));
        return Pattern.compile("^\\| `(sync\\.tracker[^`]*)`", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private double gauge(String name) {
        return registry.get(name).tag("target", "crm").gauge().value();
    }

    @Configuration(proxyBeanMethods = false)
    static class Crm {
        @Bean
        SyncTarget crm() {
            return new NamedTarget("crm");
        }
    }
}
