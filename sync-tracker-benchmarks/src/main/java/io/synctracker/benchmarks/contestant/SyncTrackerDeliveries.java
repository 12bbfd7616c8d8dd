package io.synctracker.benchmarks.contestant;

import io.synctracker.benchmarks.application.ClaimTimes;
import io.synctracker.benchmarks.application.Database;
import io.synctracker.benchmarks.application.Deliveries;
import io.synctracker.benchmarks.application.ItemService;
import io.synctracker.outbox.ClaimRequest;
import io.synctracker.outbox.OutboxLeases;
import io.synctracker.relay.Relay;
import io.synctracker.store.Dialect;
import io.synctracker.store.TableNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The relay of the starter, and a backlog that is made of one real change. */
final class SyncTrackerDeliveries implements Deliveries, ClaimTimes {

    private static final String TARGET = "receiver";
    private static final int BREAKER_FAILURES = 5;
    private static final int ENTRIES_OF_ENTITY = 10;
    private static final List<String> TABLES =
            List.of("sync_logs", "sync_tracked_entities", "sync_links", "sync_targets");

    private final Database database;
    private final ItemService items;
    private final Relay relay;
    private final OutboxLeases leases;
    private final ClaimRequest request;

    SyncTrackerDeliveries(DataSource dataSource, ItemService items, Relay relay, int batch) {
        this.database = new Database(dataSource);
        this.items = items;
        this.relay = relay;
        leases = OutboxLeases.of(dataSource, Dialect.of(dataSource, TableNames.DEFAULT));
        request = new ClaimRequest(TARGET, batch, Duration.ofMinutes(1), BREAKER_FAILURES, type -> true);
    }

    private long first() {
        database.empty(List.of("item", "sync_links", "sync_targets", "sync_logs", "sync_tracked_entities"));
        return items.create(1, 1).get(0);
    }

    @Override
    public void fill(int count) {
        long first = first();
        database.multiply("item", count, Map.of("id", "-n"));
        String id = database.text("-n");
        String incarnation = "t.incarnation - n"; // tells the lives of two entities apart
        database.multiply("sync_tracked_entities", count, Map.of("model_id", id, "incarnation", incarnation));
        String data = database.renumbered("data", first);
        database.multiply(
                "sync_logs", count, Map.of("id", "", "model_id", id, "incarnation", incarnation, "data", data));
    }

    @Override
    public void fillOutage(int count) {
        first();
        int entities = count / ENTRIES_OF_ENTITY;
        String entity = "mod(n, " + entities + ")";
        database.multiply("sync_logs", count, outage(entity, "floor(n / " + entities + ")"));
        database.execute("delete from sync_logs where sync_attempts = 0 and version = 1 and model_id not like '-%'");
    }

    /** The first entry of each entity comes up again in an hour, and each one behind it a second later. */
    private Map<String, String> outage(String entity, String place) {
        String later = database.isPostgres()
                ? "now() + interval '1 hour' + " + place + " * interval '1 second'"
                : "now(6) + interval (3600 + " + place + ") second";
        Map<String, String> columns = new HashMap<>();
        columns.put("id", "");
        columns.put("model_id", database.text("-" + entity + " - 1"));
        columns.put("incarnation", "t.incarnation - " + entity);
        columns.put("version", place + " + 1");
        columns.put("action", "case when " + place + " = 0 then 'create' else 'update' end");
        columns.put("sync_attempts", "case when " + place + " = 0 then 1 else 0 end");
        columns.put("next_attempt_at", later);
        return columns;
    }

    @Override
    public void addFollowers(int count) {
        String due = database.isPostgres() ? "now()" : "now(6)";
        database.execute("insert into sync_logs (model_name, model_id, incarnation, version, system_name, action,"
                + " next_attempt_at) select model_name, model_id, incarnation, 1000, system_name, 'update', " + due
                + " from sync_logs where sync_attempts = 1 limit " + count);
    }

    @Override
    public int claim() {
        return leases.claim(request).entries().size();
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
        return "select count(*) from (select 1 from sync_logs where system_name = '" + TARGET
                + "' and sync_status = 'pending' limit 1) as left_over";
    }

    @Override
    public List<String> tables() {
        return TABLES;
    }
}
