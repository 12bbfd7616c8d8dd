package io.synctracker.benchmarks.contestant;

import io.synctracker.benchmarks.application.Database;
import io.synctracker.benchmarks.application.Deliveries;
import io.synctracker.benchmarks.application.ItemService;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/** Submits failed publications again, a batch as soon as the workers have little left of the one before. */
final class ModulithDeliveries implements Deliveries {

    static final int BATCH = 1000;

    private static final int LOW = 200;
    private static final String TABLE = "event_publication";

    private final Database database;
    private final ItemService items;
    private final Workers workers;
    private final Loop loop;

    ModulithDeliveries(
            Database database, ItemService items, FailedEventPublications failed, Workers workers, int batch) {
        this.database = database;
        this.items = items;
        this.workers = workers;
        widen();
        ResubmissionOptions options = ResubmissionOptions.defaults().withBatchSize(batch);
        this.loop = new Loop(() -> {
            if (workers.waiting() > LOW) {
                return 1;
            }
            failed.resubmit(options);
            return workers.waiting() == 0 ? 20 : 0;
        });
    }

    /** Hibernate makes the column of the JPA variant for short texts only, and not the index that the JDBC variant has. */
    private void widen() {
        if (database.spelled(TABLE).isEmpty()) {
            return; // the JDBC variant makes it later, and well
        }
        if (database.isPostgres()) {
            database.execute(
                    "alter table event_publication alter column serialized_event type text",
                    "create index if not exists event_publication_serialized_event_hash_idx"
                            + " on event_publication using hash (serialized_event)");
        } else {
            database.execute("alter table " + table() + " modify serialized_event varchar(4000) not null");
        }
    }

    private String table() {
        return database.spelled(TABLE).orElse(TABLE);
    }

    @Override
    public void fill(int count) {
        database.empty(List.of("item", table()));
        long first = items.create(1, 1).get(0);
        Map<String, String> columns =
                Map.of("id", database.uuid(), "serialized_event", database.renumbered("serialized_event", first));
        database.multiply(table(), count, columns);
        database.execute("update " + table() + " set status = 'FAILED'");
    }

    @Override
    public void start() {
        workers.start();
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
        try {
            workers.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String pending() {
        return "select count(*) from (select 1 from " + table()
                + " where completion_date is null limit 1) as left_over";
    }

    @Override
    public List<String> tables() {
        return List.of(table());
    }
}
