package io.synctracker.benchmarks;

import io.synctracker.testdatabases.Vendor;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is asked for on the command line, as system properties {@code benchmarks.*}.
 *
 * @param only the figures to measure
 * @param contestants the contestants to measure
 * @param rounds how often each is measured
 * @param database {@code postgresql} or {@code mariadb}
 * @param quick whether to measure little, to see that it works
 * @param batchSize how many entries are taken at once, where a contestant can be told; 0 for what each is tuned to
 * @param rows how many rows are delivered
 * @param capSeconds how long a slow contestant may take
 * @param synchronousCommit what PostgreSQL is told about commits; empty for what the server says
 * @param heap the heap of each process
 * @param jvm more options of each process
 * @param growthMinutes how long the steady load lasts
 * @param directory where results are written
 */
record Options(
        List<String> only,
        List<String> contestants,
        int rounds,
        String database,
        boolean quick,
        int batchSize,
        int rows,
        int capSeconds,
        String synchronousCommit,
        String heap,
        List<String> jvm,
        int growthMinutes,
        Path directory) {

    static Options read() {
        boolean quick = Boolean.getBoolean("benchmarks.quick");
        return new Options(
                list("benchmarks.only", ",", ""),
                list("benchmarks.contestants", ",", ""),
                Integer.getInteger("benchmarks.rounds", quick ? 1 : 5),
                System.getProperty("benchmarks.database", "postgresql"),
                quick,
                Integer.getInteger("benchmarks.batch-size", 0),
                Integer.getInteger("benchmarks.rows", quick ? 10_000 : 100_000),
                Integer.getInteger("benchmarks.cap-seconds", quick ? 10 : 60),
                System.getProperty("benchmarks.synchronous-commit", ""),
                System.getProperty("benchmarks.heap", "1g"),
                list("benchmarks.jvm", " ", ""),
                Integer.getInteger("benchmarks.growth-minutes", quick ? 1 : 20),
                Path.of(System.getProperty("benchmarks.directory", "target/benchmarks")));
    }

    static Options small() {
        List<String> quickly = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        return new Options(
                List.of(), List.of(), 1, "postgresql", true, 0, 1, 1, "", "256m", quickly, 1, Path.of("target/benchmarks"));
    }

    private static List<String> list(String property, String separator, String otherwise) {
        String value = System.getProperty(property, otherwise);
        return value.isBlank() ? List.of() : List.of(value.split(separator));
    }

    boolean wants(String figure) {
        return only.isEmpty() || only.contains(figure);
    }

    Vendor vendor() {
        return Vendor.valueOf(database.toUpperCase(Locale.ROOT));
    }

    Options withHeap(String other) {
        return new Options(
                only,
                contestants,
                rounds,
                database,
                quick,
                batchSize,
                rows,
                capSeconds,
                synchronousCommit,
                other,
                jvm,
                growthMinutes,
                directory);
    }

    /** What results depend on. */
    Map<String, Object> describe() {
        return Map.of(
                "rounds", rounds,
                "quick", quick,
                "rows", rows,
                "batchSize", batchSize,
                "synchronousCommit", synchronousCommit.isEmpty() ? "as the server has it" : synchronousCommit,
                "heap", heap);
    }
}
