package io.synctracker.benchmarks.contestant;

import io.synctracker.benchmarks.application.Contestant;
import io.synctracker.benchmarks.application.ItemService;
import io.synctracker.benchmarks.application.Receiver;
import io.synctracker.benchmarks.application.Setup;
import io.synctracker.relay.Relay;
import io.synctracker.relay.RelaySettings;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** sync-tracker as its starter sets it up, with one target. */
public final class SyncTrackerStarter implements Contestant {

    /** Which payload is delivered: {@code snapshot} or {@code latest}. */
    public static final String PAYLOAD = "sync-tracker.models.Item.payload";

    private static final int DEFAULT_BATCH = RelaySettings.DEFAULT.batchSize();

    @Override
    public Class<?> configuration() {
        return Beans.class;
    }

    @Override
    public Map<String, String> settings(Setup setup) {
        Map<String, String> settings = new HashMap<>();
        settings.put(PAYLOAD, "snapshot");
        settings.put("sync-tracker.relay.enabled", "false"); // started by hand, when the clock runs
        settings.put("sync-tracker.relay.concurrency", Integer.toString(Math.max(1, setup.workers())));
        settings.put("sync-tracker.cleanup.enabled", "false");
        if (setup.batchSize() > 0) {
            settings.put("sync-tracker.relay.batch-size", Integer.toString(setup.batchSize()));
        }
        settings.putAll(setup.options());
        return settings;
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        SyncTarget receiverTarget(Receiver receiver) {
            return new ReceiverTarget(receiver);
        }

        @Bean
        SyncTrackerDeliveries syncTrackerDeliveries(
                DataSource dataSource, ItemService items, Relay relay, Setup setup) {
            return new SyncTrackerDeliveries(dataSource, items, relay, setup.batchSizeOr(DEFAULT_BATCH));
        }
    }

    private record ReceiverTarget(Receiver receiver) implements SyncTarget {

        @Override
        public String name() {
            return "receiver";
        }

        @Override
        public DeliveryResult deliver(Delivery delivery) {
            receiver.receive(delivery.entity().id(), delivery.payload());
            return DeliveryResult.accepted();
        }
    }
}
