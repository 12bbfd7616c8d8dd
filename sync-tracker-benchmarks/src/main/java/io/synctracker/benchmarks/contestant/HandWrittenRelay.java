package io.synctracker.benchmarks.contestant;

import io.synctracker.benchmarks.application.Database;
import io.synctracker.benchmarks.application.Deliveries;
import io.synctracker.benchmarks.application.ItemService;
import io.synctracker.benchmarks.application.Receiver;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A claim, the calls, a settlement; each worker with a connection of its own. */
final class HandWrittenRelay implements Deliveries {

    private static final String DUE = """
            select id from outbox_rows
             where completed_at is null and id >= ? and (claimed_until is null or claimed_until < now())
             order by id limit ? for update skip locked""";

    private static final String CLAIM = """
            update outbox_rows set claimed_until = now() + interval '60' second, attempts = attempts + 1
             where id = any (array(%s)) returning id, entity_id, payload""".formatted(DUE);

    private static final String DUE_ROWS = DUE.replace("select id", "select id, entity_id, payload");

    private static final String CLAIM_THESE =
            "update outbox_rows set claimed_until = now(6) + interval 60 second, attempts = attempts + 1 where id in (%s)";

    private record Row(long id, String entityId, String payload) {}

    private final DataSource dataSource;
    private final Database database;
    private final ItemService items;
    private final Receiver receiver;
    private final int workers;
    private final int batch;
    private final String settle;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    HandWrittenRelay(
            DataSource dataSource, ItemService items, Receiver receiver, int workers, int batch, boolean deletes) {
        this.dataSource = dataSource;
        this.database = new Database(dataSource);
        this.items = items;
        this.receiver = receiver;
        this.workers = workers;
        this.batch = batch;
        this.settle = deletes ? "delete from outbox_rows" : "update outbox_rows set completed_at = now()";
    }

    @Override
    public void fill(int count) {
        database.empty(List.of("item", HandWrittenTable.NAME));
        items.create(1, 1);
        database.multiply(HandWrittenTable.NAME, count, Map.of("id", "", "entity_id", database.text("-n")));
    }

    @Override
    public void start() {
        running = true;
        threads.clear();
        for (int worker = 0; worker < workers; worker++) {
            Thread thread = new Thread(this::work, "hand-written-" + worker);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public void stop() {
        running = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            long low = 0;
            while (running) {
                List<Row> rows = claim(connection, low);
                if (rows.isEmpty()) {
                    low = 0;
                    Thread.sleep(20);
                    continue;
                }
                // Nothing below it is free: it is delivered, or another worker has it.
                low = rows.stream().mapToLong(Row::id).min().getAsLong();
                rows.forEach(row -> receiver.receive(row.entityId(), row.payload()));
                settle(connection, rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The worker has failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Row> claim(Connection connection, long low) throws SQLException {
        List<Row> rows = new ArrayList<>(batch);
        try (PreparedStatement statement = connection.prepareStatement(database.isPostgres() ? CLAIM : DUE_ROWS)) {
            statement.setLong(1, low);
            statement.setInt(2, batch);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(found.getLong(1), found.getString(2), found.getString(3)));
                }
            }
        }
        if (!database.isPostgres() && !rows.isEmpty()) {
            update(connection, CLAIM_THESE.formatted(ids(rows)));
        }
        connection.commit();
        return rows;
    }

    private void settle(Connection connection, List<Row> rows) throws SQLException {
        if (database.isPostgres()) {
            try (PreparedStatement statement = connection.prepareStatement(settle + " where id = any (?)")) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "bigint", rows.stream().map(Row::id).toArray()));
                statement.executeUpdate();
            }
        } else {
            update(connection, settle + " where id in (" + ids(rows) + ")");
        }
        connection.commit();
    }

    private static String ids(List<Row> rows) {
        return rows.stream().map(row -> Long.toString(row.id())).collect(Collectors.joining(","));
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    @Override
    public String pending() {
        return "select count(*) from (select 1 from outbox_rows where completed_at is null limit 1) as left_over";
    }

    @Override
    public List<String> tables() {
        return List.of(HandWrittenTable.NAME);
    }
}
