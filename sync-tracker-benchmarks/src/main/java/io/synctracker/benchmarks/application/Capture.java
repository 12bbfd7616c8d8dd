package io.synctracker.benchmarks.application;

import io.synctracker.benchmarks.application.Recorder.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Measures what recording adds to the application's transactions: creates, updates and deletes of the same items. */
final class Capture {

    private static final int BYSTANDERS = 20_000;
    private static final int COUNTS = 5;
    private static final double NANOS_OF_MICRO = 1e3;

    private final RunningApplication application;
    private boolean prepared;

    Capture(RunningApplication application) {
        this.application = application;
    }

    Map<String, Object> measure(int rows, int transaction) {
        Database database = application.database();
        prepare(database);
        database.settle();
        System.gc();
        Cpu cpu = new Cpu(database);
        ItemService service = application.bean(ItemService.class);
        List<List<Long>> transactions = new ArrayList<>();
        Map<String, Object> result = new LinkedHashMap<>();
        for (Change change : Change.values()) {
            long server = cpu.serverNanos();
            long thread = cpu.threadNanos();
            long start = System.nanoTime();
            run(service, change, rows, transaction, transactions);
            long time = System.nanoTime() - start;
            thread = cpu.threadNanos() - thread;
            server = cpu.serverNanos() - server;
            result.put(key(change), time / NANOS_OF_MICRO / rows);
            result.put(key(change) + "Cpu", thread / NANOS_OF_MICRO / rows);
            result.put(key(change) + "ServerCpu", server / NANOS_OF_MICRO / rows);
        }
        service.forget();
        return result;
    }

    /** Counts what is sent in one transaction of each kind: the least of several, when everything is cached. */
    Map<String, Object> count(int transaction) {
        StatementCounter counter = (StatementCounter) application.bean(DataSource.class);
        ItemService service = application.bean(ItemService.class);
        Map<String, Object> result = new LinkedHashMap<>();
        for (int time = 0; time < COUNTS; time++) {
            List<List<Long>> transactions = new ArrayList<>();
            for (Change change : Change.values()) {
                int before = counter.sent();
                run(service, change, transaction, transaction, transactions);
                result.merge(key(change), counter.sent() - before, (old, now) -> Math.min((int) old, (int) now));
            }
        }
        result.put("recorded", recorded());
        return result;
    }

    private Map<String, Long> recorded() {
        Database database = application.database();
        Map<String, Long> rows = new TreeMap<>();
        database.texts("select table_name from information_schema.tables where table_type = 'BASE TABLE'"
                        + " and table_schema = " + database.schema())
                .forEach(table -> rows.put(table, database.number("select count(*) from " + table)));
        return rows;
    }

    private static void run(
            ItemService service, Change change, int rows, int transaction, List<List<Long>> transactions) {
        switch (change) {
            case CREATE -> {
                for (int from = 0; from < rows; from += transaction) {
                    transactions.add(service.create(from, Math.min(transaction, rows - from)));
                }
            }
            case UPDATE -> transactions.forEach(service::update);
            case DELETE -> transactions.forEach(service::delete);
        }
    }

    private static String key(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    /** Rows that nobody touches, so that nobody is measured with a plan for an empty table. */
    private void prepare(Database database) {
        if (!prepared) {
            prepared = true;
            database.execute(
                    "insert into item (id, sku, name, description, quantity, price, state, offered_at) select -n,"
                            + " 'SKU', 'Bystander', 'Nobody touches it', 1, 19.95, 'ACTIVE', current_timestamp from "
                            + database.series(1, BYSTANDERS));
        }
    }
}
