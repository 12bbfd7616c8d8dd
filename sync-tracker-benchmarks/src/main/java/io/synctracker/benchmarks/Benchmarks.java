package io.synctracker.benchmarks;

import io.synctracker.benchmarks.report.Pages;
import io.synctracker.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures, and shows what came out. See docs/performance.md. */
public final class Benchmarks {

    private static final List<Figure> FIGURES = List.of(
            new CaptureFigure(),
            new DrainFigure(false),
            new DrainFigure(true),
            new LatencyFigure(),
            new BacklogFigure(),
            new MemoryFigure(),
            new GrowthFigure());

    private Benchmarks() {}

    /**
     * Runs what the system properties ask for.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.read();
        Path file = options.results();
        if (!options.onlyShows()) {
            measure(options, file);
        }
        System.out.println(Report.of(file));
        if (options.docs() != null) {
            Pages.write(options.docs(), file);
        }
    }

    private static void measure(Options options, Path file) throws IOException {
        Files.deleteIfExists(file);
        Results results = new Results(file);
        results.add("environment", Environment.describe(options), options.describe());
        new Run(options, results).measure(FIGURES);
    }
}
