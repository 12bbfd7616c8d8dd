package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.Product;
import com.example.shop.ProductRepository;
import io.synctracker.event.EntitySynced;
import io.synctracker.relay.Relay;
import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Host;
import io.synctracker.testing.NamedTarget;
import io.synctracker.tracking.SyncTracker;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

class DeliveryTest {

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void a_saved_entity_reaches_the_target_by_itself(Vendor vendor) {
        try (TestDatabase database = TestDatabase.of(vendor);
                ConfigurableApplicationContext host =
                        Host.shop().with(Crm.class).on(database).start()) {
            Product tea = host.getBean(ProductRepository.class).save(new Product("Tea"));
            SyncTracker tracker = host.getBean(SyncTracker.class);
            await().until(() -> tracker.isSynced(tea, "crm"));
            assertThat(tracker.externalId(tea, "crm")).contains("crm-" + tea.getId());
        }
    }

    @Test
    void listeners_of_the_host_are_told() {
        try (ConfigurableApplicationContext host = Host.shop().with(Crm.class).start()) {
            host.getBean(ProductRepository.class).save(new Product("Tea"));
            Queue<EntitySynced> told = host.getBean(Listener.class).told;
            await().until(() -> !told.isEmpty());
            assertThat(told.peek().state().system()).isEqualTo("crm");
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void targets_are_called_on_virtual_threads_where_the_host_has_them_on() {
        try (ConfigurableApplicationContext host = Host.shop()
                .with(Crm.class)
                .set("spring.threads.virtual.enabled=true")
                .start()) {
            host.getBean(ProductRepository.class).save(new Product("Tea"));
            NamedTarget crm = host.getBean(NamedTarget.class);
            await().until(() -> !crm.threads().isEmpty());
            assertThat(crm.threads().get(0)).startsWith("VirtualThread");
        }
    }

    @Test
    void the_relay_has_stopped_when_the_application_has() {
        ConfigurableApplicationContext host = Host.shop().with(Crm.class).start();
        Relay relay = host.getBean(Relay.class);
        assertThat(relay.isRunning()).isTrue();
        host.close();
        assertThat(relay.isRunning()).isFalse();
    }

    @Configuration(proxyBeanMethods = false)
    static class Crm {
        @Bean
        NamedTarget crm() {
            return new NamedTarget("crm");
        }

        @Bean
        Listener listener() {
            return new Listener();
        }
    }

    static class Listener {
        private final Queue<EntitySynced> told = new ConcurrentLinkedQueue<>();

        @EventListener
        void on(EntitySynced event) {
            told.add(event);
        }
    }
}
