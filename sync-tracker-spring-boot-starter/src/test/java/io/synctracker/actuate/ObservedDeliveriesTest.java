package io.synctracker.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.Product;
import com.example.shop.ProductRepository;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import io.synctracker.testing.Host;
import io.synctracker.testing.Log;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ObservedDeliveriesTest {

    private static ConfigurableApplicationContext application;
    private static TracedTarget crm;

    @BeforeAll
    static void start() {
        application = Host.shop()
                .with(Crm.class)
                .set("management.tracing.sampling.probability=1")
                .start();
        crm = application.getBean(TracedTarget.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void clear() {
        new Log(application).clear();
        crm.traces.clear();
    }

    @Test
    void a_delivery_continues_the_trace_of_the_transaction_that_made_the_change() {
        String trace = saveTraced();
        await().until(() -> !crm.traces.isEmpty());
        assertThat(crm.traces).containsExactly(trace);
    }

    @Test
    void a_change_without_a_trace_is_delivered_in_a_trace_of_its_own() {
        application.getBean(ProductRepository.class).save(new Product("Tea"));
        await().until(() -> !crm.traces.isEmpty());
        assertThat(crm.traces.get(0)).matches("[0-9a-f]{32}");
    }

    @Test
    void a_delivery_is_timed_with_keys_of_few_values() {
        saveTraced();
        MeterRegistry meters = application.getBean(MeterRegistry.class);
        await().untilAsserted(() -> assertThat(meters.get("sync.tracker.delivery")
                        .tags("target", "crm", "type", "Product", "action", "create", "outcome", "accepted")
                        .timer()
                        .count())
                .isPositive());
    }

    private static String saveTraced() {
        Tracer tracer = application.getBean(Tracer.class);
        return Observation.createNotStarted("shopping", application.getBean(ObservationRegistry.class))
                .observe(() -> {
                    application.getBean(ProductRepository.class).save(new Product("Tea"));
                    return Objects.requireNonNull(tracer.currentSpan())
                            .context()
                            .traceId();
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Crm {
        @Bean
        TracedTarget crm(Tracer tracer) {
            return new TracedTarget(tracer);
        }
    }

    /** Remembers the trace that each call belongs to. */
    record TracedTarget(Tracer tracer, List<String> traces) implements SyncTarget {

        TracedTarget(Tracer tracer) {
            this(tracer, new CopyOnWriteArrayList<>());
        }

        @Override
        public String name() {
            return "crm";
        }

        @Override
        public DeliveryResult deliver(Delivery delivery) {
            traces.add(Objects.requireNonNull(tracer.currentSpan()).context().traceId());
            return DeliveryResult.accepted();
        }
    }
}
