package io.synctracker.benchmarks.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Measures how fast a backlog is delivered. */
final class Drain {

    private static final long LOOK_MILLIS = 20;
    private static final long STILL_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final RunningApplication application;

    Drain(RunningApplication application) {
        this.application = application;
    }

    Map<String, Object> fill(int rows) {
        application.bean(Deliveries.class).fill(rows);
        application.database().settle();
        return Map.of("pending", isDone() ? 0 : rows);
    }

    /**
     * Delivers until nothing is left, or until the time is up.
     *
     * @param rows how many there are, to be delivered by this process or by others
     * @param seconds how long at most
     */
    Map<String, Object> measure(int rows, int seconds) throws InterruptedException {
        System.gc();
        Receiver receiver = application.bean(Receiver.class);
        Deliveries deliveries = application.bean(Deliveries.class);
        Cpu cpu = new Cpu(application.database());
        HeapWatch heap = new HeapWatch();
        long before = receiver.received();
        long process = cpu.processNanos();
        long server = cpu.serverNanos();
        long start = System.nanoTime();
        deliveries.start();
        boolean done = await(receiver, before + rows, start + TimeUnit.SECONDS.toNanos(seconds));
        long delivered = receiver.received() - before;
        long end = done ? Math.max(start, receiver.lastNanos()) : System.nanoTime();
        process = cpu.processNanos() - process;
        server = cpu.serverNanos() - server;
        deliveries.stop();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("delivered", delivered);
        result.put("seconds", (end - start) / 1e9);
        result.put("done", done);
        result.put("cpu", process / 1e3 / Math.max(1, delivered));
        result.put("serverCpu", server / 1e3 / Math.max(1, delivered));
        result.put("heapMegabytes", heap.megabytes());
        return result;
    }

    /** Asks the database only when the receiver has got everything, or has got nothing for a while. */
    private boolean await(Receiver receiver, long expected, long end) throws InterruptedException {
        long seen = -1;
        long seenAt = System.nanoTime();
        while (System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
            long received = receiver.received();
            if (received != seen) {
                seen = received;
                seenAt = System.nanoTime();
            }
            boolean still = System.nanoTime() - seenAt > STILL_NANOS;
            if ((received >= expected || still) && isDone()) {
                return true;
            }
        }
        return false;
    }

    private boolean isDone() {
        return application.database().number(application.bean(Deliveries.class).pending()) == 0;
    }

    List<String> tables() {
        return application.bean(Deliveries.class).tables();
    }
}
