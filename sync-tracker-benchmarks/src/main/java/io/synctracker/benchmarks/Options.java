package io.synctracker.benchmarks;

import java.nio.file.Path;
import java.util.List;

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
        Path directory) {

    static Options read() {
        boolean quick = Boolean.getBoolean("benchmarks.quick");
        return new Options(
                list("benchmarks.only", ",", "capture,drain"),
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
                Path.of(System.getProperty("benchmarks.directory", "target/benchmarks")));
    }

    static Options small() {
        List<String> quickly = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        return new Options(
                List.of(), List.of(), 1, "postgresql", true, 0, 1, 1, "", "256m", quickly, Path.of("target/benchmarks"));
    }

    private static List<String> list(String property, String separator, String otherwise) {
        String value = System.getProperty(property, otherwise);
        return value.isBlank() ? List.of() : List.of(value.split(separator));
    }

    boolean wants(String figure) {
        return only.contains(figure);
    }
}
