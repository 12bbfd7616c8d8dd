package io.synctracker.benchmarks.contestant;

import io.synctracker.benchmarks.application.Contestant;
import io.synctracker.benchmarks.application.Database;
import io.synctracker.benchmarks.application.Deliveries;
import io.synctracker.benchmarks.application.ItemService;
import io.synctracker.benchmarks.application.Receiver;
import io.synctracker.benchmarks.application.Setup;
import io.synctracker.relay.Relay;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** sync-tracker as its starter sets it up, with one target. */
public final class SyncTrackerStarter implements Contestant {

    /** Which payload is delivered: {@code snapshot} or {@code latest}. */
    public static final String PAYLOAD = "sync-tracker.models.Item.payload";

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
        Deliveries syncTrackerDeliveries(DataSource dataSource, ItemService items, Relay relay) {
            return new SyncTrackerDeliveries(new Database(dataSource), items, relay);
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

    private record SyncTrackerDeliveries(Database database, ItemService items, Relay relay) implements Deliveries {

        @Override
        public void fill(int count) {
            database.empty(List.of("item", "sync_links", "sync_targets", "sync_logs", "sync_tracked_entities"));
            long first = items.create(1, 1).get(0);
            database.multiply("item", count, Map.of("id", "-n"));
            String id = database.text("-n");
            String incarnation = "t.incarnation - n"; // tells the lives of two entities apart
            database.multiply("sync_tracked_entities", count, Map.of("model_id", id, "incarnation", incarnation));
            String data = database.renumbered("data", first);
            database.multiply(
                    "sync_logs", count, Map.of("id", "", "model_id", id, "incarnation", incarnation, "data", data));
        }

        @Override
        public void start() {
            relay.start();
        }

        @Override
        public void stop() {
            relay.stop();
        }

        @Override
        public String pending() {
            return "select count(*) from (select 1 from sync_logs where system_name = 'receiver'"
                    + " and sync_status = 'pending' limit 1) as left_over";
        }

        @Override
        public List<String> tables() {
            return List.of("sync_logs", "sync_tracked_entities", "sync_links", "sync_targets");
        }
    }
}
