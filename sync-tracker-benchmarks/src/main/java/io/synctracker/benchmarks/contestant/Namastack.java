package io.synctracker.benchmarks.contestant;

import io.namastack.outbox.Outbox;
import io.namastack.outbox.OutboxProcessingScheduler;
import io.namastack.outbox.annotation.OutboxHandler;
import io.synctracker.benchmarks.application.Contestant;
import io.synctracker.benchmarks.application.Database;
import io.synctracker.benchmarks.application.Deliveries;
import io.synctracker.benchmarks.application.ItemService;
import io.synctracker.benchmarks.application.ItemState;
import io.synctracker.benchmarks.application.Receiver;
import io.synctracker.benchmarks.application.Recorder;
import io.synctracker.benchmarks.application.Setup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** namastack-outbox, with large batches, short polls and deleted records, as its page on tuning has it. */
public final class Namastack implements Contestant {

    private static final int BATCH = 800;

    @Override
    public Class<?> configuration() {
        return Beans.class;
    }

    @Override
    public Map<String, String> settings(Setup setup) {
        String prefix = "namastack.outbox.";
        String workers = Integer.toString(Math.max(1, setup.workers()));
        Map<String, String> settings = new HashMap<>();
        settings.put(prefix + "jdbc.schema-initialization.enabled", "true");
        settings.put(prefix + "multicaster.enabled", "false");
        settings.put(prefix + "polling.batch-size", Integer.toString(setup.batchSizeOr(BATCH)));
        settings.put(prefix + "polling.fixed.interval", setup.workers() == 0 ? "10h" : "25ms");
        settings.put(prefix + "processing.executor-core-pool-size", workers);
        settings.put(prefix + "processing.executor-max-pool-size", workers);
        settings.put(prefix + "processing.delete-completed-records", "true");
        return settings;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Beans {

        @Bean
        Handler handler(Receiver receiver) {
            return new Handler(receiver);
        }

        @Bean
        Recorder namastackRecorder(Outbox outbox) {
            return (change, item) -> outbox.schedule(item.toState(), "Item:" + item.id());
        }

        /** It starts by itself, and is to wait for the clock. */
        @Bean
        ApplicationRunner stopper(OutboxProcessingScheduler scheduler) {
            return arguments -> scheduler.stop();
        }

        @Bean
        Deliveries namastackDeliveries(DataSource dataSource, ItemService items, OutboxProcessingScheduler scheduler) {
            return new NamastackDeliveries(new Database(dataSource), items, scheduler);
        }
    }

    static class Handler {

        private final Receiver receiver;

        Handler(Receiver receiver) {
            this.receiver = receiver;
        }

        @OutboxHandler
        public void on(ItemState state) {
            receiver.receive(state.id().toString(), state);
        }
    }

    private record NamastackDeliveries(Database database, ItemService items, OutboxProcessingScheduler scheduler)
            implements Deliveries {

        private static final String TABLE = "outbox_record";
        private static final int PARTITIONS = 256;

        @Override
        public void fill(int count) {
            scheduler.stop();
            database.empty(List.of("item", TABLE));
            long first = items.create(1, 1).get(0);
            String key = database.isPostgres() ? "'Item:' || n" : "concat('Item:', n)";
            database.multiply(
                    TABLE,
                    count,
                    Map.of(
                            "id",
                            database.isPostgres() ? "gen_random_uuid()::text" : "uuid()",
                            "record_key",
                            key,
                            "payload",
                            database.renumbered("payload", first),
                            "partition_no",
                            "mod(n, " + PARTITIONS + ")"));
        }

        @Override
        public void start() {
            scheduler.start();
        }

        @Override
        public void stop() {
            scheduler.stop();
        }

        @Override
        public String pending() {
            return "select count(*) from (select 1 from outbox_record where status = 'NEW' limit 1) as left_over";
        }

        @Override
        public List<String> tables() {
            return List.of(TABLE);
        }
    }
}
