package io.synctracker.benchmarks.application;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures claims by themselves. */
final class Claims {

    private static final double NANOS_OF_MICRO = 1e3;

    private final RunningApplication application;

    Claims(RunningApplication application) {
        this.application = application;
    }

    Map<String, Object> fillOutage(int rows) {
        application.bean(ClaimTimes.class).fillOutage(rows);
        application.database().settle();
        return Map.of();
    }

    Map<String, Object> addFollowers(int rows) {
        application.bean(ClaimTimes.class).addFollowers(rows);
        return Map.of();
    }

    Map<String, Object> measure(int times) {
        ClaimTimes claims = application.bean(ClaimTimes.class);
        List<Double> micros = new ArrayList<>();
        int taken = 0;
        for (int time = 0; time < times; time++) {
            long start = System.nanoTime();
            taken += claims.claim();
            micros.add((System.nanoTime() - start) / NANOS_OF_MICRO);
        }
        Collections.sort(micros);
        Map<String, Object> result = new HashMap<>();
        result.put("taken", taken);
        result.put("claimMicros", micros.get(times / 2));
        result.put("slowestMicros", micros.get(times - 1));
        return result;
    }
}
