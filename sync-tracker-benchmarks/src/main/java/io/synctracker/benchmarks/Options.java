package io.synctracker.benchmarks;

import io.synctracker.testdatabases.Vendor;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param directory where results and logs are written
 * @param shown a file of results to show instead of measuring
 * @param docs the folder of the documentation, whose page is to show the results
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
        Path directory,
        @Nullable Path shown,
        @Nullable Path docs) {

    static Options read() {
        boolean quick = Boolean.getBoolean("benchmarks.quick");
        return new Options(
                list("benchmarks.only", ",", ""),
                list("benchmarks.contestants", ",", ""),
                Integer.getInteger("benchmarks.rounds", quick ? 1 : 3),
                text("benchmarks.database", "postgresql"),
                quick,
                Integer.getInteger("benchmarks.batch-size", 0),
                Integer.getInteger("benchmarks.rows", quick ? 10_000 : 100_000),
                Integer.getInteger("benchmarks.cap-seconds", quick ? 10 : 30),
                text("benchmarks.synchronous-commit", ""),
                text("benchmarks.heap", "1g"),
                list("benchmarks.jvm", " ", ""),
                Integer.getInteger("benchmarks.growth-minutes", quick ? 1 : 20),
                Path.of(text("benchmarks.directory", "target/benchmarks")),
                path("benchmarks.show"),
                path("benchmarks.docs"));
    }

    private static @Nullable Path path(String property) {
        String value = System.getProperty(property, "");
        return value.isEmpty() ? null : Path.of(value);
    }

    static Options small() {
        List<String> quickly = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        return new Options(
                List.of(),
                List.of(),
                1,
                text("benchmarks.database", "postgresql"),
                true,
                0,
                1,
                1,
                "",
                "128m",
                quickly,
                1,
                Path.of(text("benchmarks.directory", "target/benchmarks")),
                null,
                null);
    }

    /** A build hands on empty texts for what nobody has set. */
    private static String text(String property, String otherwise) {
        String value = System.getProperty(property, "");
        return value.isBlank() ? otherwise : value;
    }

    private static List<String> list(String property, String separator, String otherwise) {
        String value = text(property, otherwise);
        return value.isBlank() ? List.of() : List.of(value.split(separator));
    }

    boolean wants(String figure) {
        return only.isEmpty() || only.contains(figure);
    }

    boolean onlyShows() {
        return shown != null;
    }

    Path results() {
        return shown == null ? directory.resolve("results.jsonl") : shown;
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
                directory,
                shown,
                docs);
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
