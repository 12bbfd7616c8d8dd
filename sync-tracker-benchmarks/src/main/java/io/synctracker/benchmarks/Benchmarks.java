package io.synctracker.benchmarks;

import io.synctracker.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures, and shows what came out. See docs/performance.md. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs what the system properties ask for.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.read();
        Path file = options.directory().resolve("results.jsonl");
        Files.deleteIfExists(file);
        Results results = new Results(file);
        if (options.wants(CaptureFigure.NAME)) {
            new CaptureFigure(options, results).measure();
        }
        if (options.wants(DrainFigure.NAME)) {
            new DrainFigure(options, results).measure();
        }
        System.out.println(Report.of(file));
    }
}
