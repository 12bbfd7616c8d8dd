package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.Product;
import com.example.shop.ProductRepository;
import io.synctracker.outbox.Outbox;
import io.synctracker.testing.Host;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class CleanupTest {

    private static Host everySecond() {
        return Host.shop()
                .with(DeliveryTest.Crm.class)
                .set("sync-tracker.cleanup.cron=* * * * * *", "sync-tracker.cleanup.retention=0s");
    }

    @Test
    void what_was_delivered_is_removed_by_the_clock() {
        try (ConfigurableApplicationContext host = everySecond().start()) {
            Outbox outbox = host.getBean(Outbox.class);
            host.getBean(ProductRepository.class).save(new Product("Tea"));
            assertThat(outbox.stats().total()).isOne();
            await().until(() -> outbox.stats().total() == 0);
        }
    }

    @Test
    void what_was_not_delivered_is_not_removed() {
        try (ConfigurableApplicationContext host =
                everySecond().set("sync-tracker.relay.enabled=false").start()) {
            Outbox outbox = host.getBean(Outbox.class);
            host.getBean(ProductRepository.class).save(new Product("Tea"));
            host.getBean("syncTrackerCleanupLifecycle", CleanupLifecycle.class).cleanUp();
            assertThat(outbox.stats().pending()).isOne();
        }
    }

    @Test
    void no_clock_runs_where_it_is_switched_off() {
        try (ConfigurableApplicationContext host =
                everySecond().set("sync-tracker.cleanup.enabled=false").start()) {
            assertThat(host.getBean("syncTrackerCleanupLifecycle", CleanupLifecycle.class)
                            .isRunning())
                    .isFalse();
        }
    }
}
