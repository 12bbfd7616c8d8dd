package io.synctracker.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Keeps the page of the documentation equal to a run. */
public final class Pages {

    private static final String BEGIN = "<!-- results: %s -->\n";
    private static final String END = "<!-- end of results: %s -->";

    private Pages() {}

    /**
     * Writes results into {@code performance.md}, where those of their database stand, and the charts and the results
     * themselves beside it.
     *
     * @param docs the folder of the documentation
     * @param results a line of JSON for each result
     * @throws IOException if a file cannot be read or written
     */
    public static void write(Path docs, Path results) throws IOException {
        String database = Measurements.read(results).database();
        Path folder = Files.createDirectories(docs.resolve("performance"));
        Path kept = folder.resolve(database + ".jsonl");
        if (!results.toAbsolutePath().equals(kept.toAbsolutePath())) {
            Files.copy(results, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        Measurements measurements = Measurements.read(kept);
        for (Map.Entry<String, String> chart : Charts.of(measurements).entrySet()) {
            Files.writeString(folder.resolve(database + "-" + chart.getKey() + ".svg"), chart.getValue());
        }
        Path page = docs.resolve("performance.md");
        String text = Files.readString(page);
        String begin = BEGIN.formatted(database);
        int from = text.indexOf(begin);
        int to = text.indexOf(END.formatted(database));
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(page + " has no place for the results of " + database);
        }
        String report = Report.of(measurements, "performance/" + database + "-");
        Files.writeString(page, text.substring(0, from + begin.length()) + report + "\n" + text.substring(to));
    }
}
