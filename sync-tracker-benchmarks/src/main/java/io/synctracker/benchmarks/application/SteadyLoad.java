package io.synctracker.benchmarks.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Changes items at an even pace while they are delivered and cleaned up, and watches how large everything gets. */
final class SteadyLoad {

    private static final int ITEMS = 5_000;
    private static final int TRANSACTION = 10;
    private static final long SAMPLE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final String SIZES = """
            select relname || '=' || pg_relation_size(oid) from pg_class
             where relnamespace = current_schema()::regnamespace and relkind in ('r', 'i') order by relname""";

    private static final String MARIADB_SIZES = """
            select concat(table_name, '=', data_length + index_length) from information_schema.tables
             where table_schema = database() and table_type = 'BASE TABLE' order by table_name""";

    private final RunningApplication application;

    SteadyLoad(RunningApplication application) {
        this.application = application;
    }

    /**
     * Runs for a while.
     *
     * @param seconds how long
     * @param rate how many changes a second
     * @return the sizes in bytes, every 30 s
     */
    Map<String, Object> run(int seconds, int rate) throws InterruptedException {
        ItemService items = application.bean(ItemService.class);
        Deliveries deliveries = application.bean(Deliveries.class);
        Receiver receiver = application.bean(Receiver.class);
        List<Long> ids = items.create(0, ITEMS);
        deliveries.start();
        List<Map<String, Object>> samples = new ArrayList<>();
        long start = System.nanoTime();
        long nextSample = start;
        long changes = 0;
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            long elapsed = System.nanoTime() - start;
            if (System.nanoTime() >= nextSample) {
                samples.add(sample(elapsed));
                nextSample += SAMPLE_NANOS;
            }
            if (changes < elapsed * rate / TimeUnit.SECONDS.toNanos(1)) {
                items.update(some(ids));
                changes += TRANSACTION;
            } else {
                Thread.sleep(1);
            }
        }
        samples.add(sample(System.nanoTime() - start));
        deliveries.stop();
        return Map.of("changes", changes, "delivered", receiver.received(), "samples", samples);
    }

    private static List<Long> some(List<Long> ids) {
        return ThreadLocalRandom.current()
                .ints(0, ids.size())
                .distinct()
                .limit(TRANSACTION)
                .mapToObj(ids::get)
                .toList();
    }

    private Map<String, Object> sample(long elapsedNanos) {
        Database database = application.database();
        Map<String, Object> sample = new LinkedHashMap<>();
        sample.put("seconds", TimeUnit.NANOSECONDS.toSeconds(elapsedNanos));
        for (String size : database.texts(database.isPostgres() ? SIZES : MARIADB_SIZES)) {
            int equals = size.indexOf('=');
            sample.put(size.substring(0, equals), Long.valueOf(size.substring(equals + 1)));
        }
        return sample;
    }
}
