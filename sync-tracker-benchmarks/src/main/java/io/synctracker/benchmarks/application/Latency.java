package io.synctracker.benchmarks.application;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Measures how long a change travels while there is nothing else to do. The times are those of {@link System#nanoTime()},
 * which on Linux is one clock for all processes.
 */
final class Latency {

    private static final int PATIENCE_MILLIS = 15_000;

    private final RunningApplication application;
    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    Latency(RunningApplication application) {
        this.application = application;
    }

    /** Starts to deliver and to note when. */
    Map<String, Object> hear() {
        heard.clear();
        application.bean(Receiver.class).observe(heard::putIfAbsent);
        application.bean(Deliveries.class).start();
        return Map.of();
    }

    /**
     * Makes changes, each in a transaction of its own.
     *
     * @param samples how many
     * @param gapMillis how long to wait in between, at least
     * @return when each was committed
     */
    Map<String, Long> produce(int samples, int gapMillis) throws InterruptedException {
        ItemService items = application.bean(ItemService.class);
        Map<String, Long> committed = new HashMap<>();
        for (int sample = 0; sample < samples; sample++) {
            Thread.sleep(gapMillis + ThreadLocalRandom.current().nextInt(gapMillis));
            Long id = items.create(sample, 1).get(0);
            committed.put(id.toString(), System.nanoTime());
        }
        return committed;
    }

    /**
     * Waits for all changes and stops.
     *
     * @param samples how many there are
     * @return when each was delivered
     */
    Map<String, Long> heard(int samples) throws InterruptedException {
        for (int waited = 0; waited < PATIENCE_MILLIS && heard.size() < samples; waited++) {
            Thread.sleep(1);
        }
        application.bean(Deliveries.class).stop();
        return Map.copyOf(heard);
    }
}
