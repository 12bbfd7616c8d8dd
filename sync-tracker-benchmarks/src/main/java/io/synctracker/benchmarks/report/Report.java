package io.synctracker.benchmarks.report;

import io.synctracker.benchmarks.report.Measurements.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run in words and numbers. */
public final class Report {

    private final Measurements measurements;

    private Report(Measurements measurements) {
        this.measurements = measurements;
    }

    /**
     * Reads results and shows them.
     *
     * @param file a line of JSON for each result
     * @return Markdown
     * @throws IOException if the file cannot be read
     */
    public static String of(Path file) throws IOException {
        return new Report(Measurements.read(file)).text("");
    }

    static String of(Measurements measurements, String imagePrefix) {
        return new Report(measurements).text(imagePrefix);
    }

    private String text(String images) {
        DrainReport drain = new DrainReport(measurements);
        OtherReports others = new OtherReports(measurements);
        StringBuilder text = new StringBuilder(environment());
        if (!measurements.isQuick()) {
            section(text, "Goals", "", new Goals(measurements).table());
        }
        section(text, "Recording", image(images, "capture"), new CaptureReport(measurements).tables());
        section(
                text,
                "Delivering",
                image(images, "drain"),
                drain.tables("drain", "rows/s, a target that does nothing")
                        + drain.tables("http", "rows/s, an HTTP target that takes 5 ms"));
        section(text, "Latency", "", others.latencyTable());
        section(text, "Backlog", "", others.backlogTable());
        section(text, "Memory", "", others.memory());
        section(text, "Growth", image(images, "growth"), others.growthTable());
        section(text, "Settings", "", settings());
        return text.toString();
    }

    private static String image(String prefix, String name) {
        return prefix.isEmpty() ? "" : "\n![" + Charts.DESCRIPTIONS.get(name) + "](" + prefix + name + ".svg)\n";
    }

    private static void section(StringBuilder text, String title, String image, String content) {
        if (!content.isEmpty()) {
            text.append("\n### ").append(title).append('\n').append(image).append(content);
        }
    }

    private String environment() {
        return measurements.of("environment", Map.of()).stream()
                .findFirst()
                .map(Report::environment)
                .orElse("");
    }

    private static String environment(Line line) {
        String server = ((Map<?, ?>) line.values().get("server"))
                .entrySet().stream()
                        .map(entry -> "`" + entry.getKey() + "=" + entry.getValue() + "`")
                        .collect(Collectors.joining(", "));
        return Table.number(
                "%n"
                        + (line.text("quick").equals("true")
                                ? "**A quick run, to show what a run looks like and not to compare.** "
                                : "")
                        + note(line)
                        + "Measured on %s: %s, %.0f cores, %.0f GB, %s, %s, %s on the same machine (%s). %s"
                        + "`-Xmx%s` for each process%s. Load average of the machine before it: %s.%n",
                line.text("date"),
                line.text("processor"),
                line.number("cores"),
                line.number("memoryGigabytes"),
                line.text("system"),
                line.text("java"),
                line.text("database"),
                server,
                note(line).isEmpty() ? Table.number("%.0f rounds after the warm-up. ", line.number("rounds")) : "",
                line.text("heap"),
                commit(line),
                Double.isNaN(line.number("loadBefore"))
                        ? "not noted"
                        : Table.number("%.1f", line.number("loadBefore")));
    }

    /** What PostgreSQL was told about commits, if that is not what the server says. */
    private static String commit(Line line) {
        String told = line.text("synchronousCommit");
        return told.startsWith("as the") ? "" : ", `synchronous_commit=" + told + "`";
    }

    private static String note(Line line) {
        Object note = line.values().get("note");
        return note == null || note.toString().isEmpty() ? "" : note.toString().replace("%", "%%") + " ";
    }

    private String settings() {
        Map<String, Line> last = new LinkedHashMap<>();
        for (String name : Names.ALL) {
            measurements.of("contestant", Map.of("contestant", name)).forEach(line -> last.put(name, line));
        }
        Table table = new Table("contestant", "libraries", "settings");
        last.forEach((name, line) ->
                table.row(Names.shown(name), pairs(line, "libraries", " "), pairs(line, "settings", "=")));
        return last.isEmpty() ? "" : table.toString();
    }

    private static String pairs(Line line, String key, String separator) {
        return new TreeMap<>((Map<?, ?>) line.values().get(key))
                .entrySet().stream()
                        .map(entry -> "`" + entry.getKey() + separator + entry.getValue() + "`")
                        .collect(Collectors.joining(" "));
    }
}
