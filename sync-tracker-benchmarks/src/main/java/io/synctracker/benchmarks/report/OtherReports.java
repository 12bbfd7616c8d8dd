package io.synctracker.benchmarks.report;

import io.synctracker.benchmarks.report.Measurements.Line;
import io.synctracker.benchmarks.report.Measurements.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures that are small: backlogs, latencies, memory and growth. */
final class OtherReports {

    static final List<String> CLAIM_SHAPES = List.of("due", "outage, nothing due", "outage, newly due");

    private static final double MEGABYTE = 1 << 20;

    private final Measurements measurements;

    OtherReports(Measurements measurements) {
        this.measurements = measurements;
    }

    List<Integer> backlogSizes() {
        return measurements.of("backlog", Map.of("shape", "drain")).stream()
                .map(line -> (int) line.number("rows"))
                .distinct()
                .sorted()
                .toList();
    }

    Spread backlog(String name, String shape, int rows) {
        List<Line> rounds = measurements.of("backlog", Map.of("contestant", name, "shape", shape, "rows", rows));
        return rounds.isEmpty()
                ? new Spread(Double.NaN, Double.NaN, Double.NaN)
                : Measurements.spread(
                        rounds,
                        line -> shape.equals("drain") ? DrainReport.rate(line) : line.number("claimMicros") / 1e3);
    }

    String backlogTable() {
        List<Integer> sizes = backlogSizes();
        if (sizes.isEmpty()) {
            return "";
        }
        List<String> heads = new ArrayList<>(List.of("backlog"));
        sizes.forEach(size -> heads.add(Table.number("%,d entries", size)));
        Table table = new Table(heads.toArray(String[]::new));
        for (String name : measurements.byContestant("backlog", Map.of()).keySet()) {
            table.row(cells(name, "drain", Names.shown(name) + ": rows/s with 4 workers", "%,.0f"));
            for (String shape : CLAIM_SHAPES) {
                table.row(cells(name, shape, Names.shown(name) + ": ms a claim, " + shape, "%.2f"));
            }
        }
        return table.toString();
    }

    private String[] cells(String name, String shape, String title, String format) {
        List<String> cells = new ArrayList<>(List.of(title));
        backlogSizes()
                .forEach(size -> cells.add(
                        Table.number(format, backlog(name, shape, size).median())));
        return cells.toArray(String[]::new);
    }

    /** The median of the rounds, in milliseconds. */
    double latency(String name, int processes, String percentile) {
        List<Line> rounds = measurements.of("latency", Map.of("contestant", name, "processes", processes));
        return rounds.isEmpty()
                ? Double.NaN
                : Measurements.spread(rounds, line -> line.number(percentile)).median();
    }

    String latencyTable() {
        if (measurements.of("latency", Map.of()).isEmpty()) {
            return "";
        }
        Table table = new Table("ms from commit to call", "one process, p50", "p99", "two processes, p50", "p99");
        for (String name : measurements.byContestant("latency", Map.of()).keySet()) {
            table.row(
                    Names.shown(name),
                    millis(name, 1, "p50Millis"),
                    millis(name, 1, "p99Millis"),
                    millis(name, 2, "p50Millis"),
                    millis(name, 2, "p99Millis"));
        }
        return table.toString();
    }

    /** Calls that never came are no part of a percentile, which would be better without them than it was. */
    private String millis(String name, int processes, String percentile) {
        double missing = measurements.of("latency", Map.of("contestant", name, "processes", processes)).stream()
                .mapToDouble(line -> line.number("missing"))
                .sum();
        if (missing > 0) {
            return Table.number("none: %.0f calls never came", missing);
        }
        double value = latency(name, processes, percentile);
        return Double.isNaN(value) ? "–" : Table.number("%.1f", value);
    }

    String memory() {
        StringBuilder text = new StringBuilder();
        for (Line line : measurements.of("memory", Map.of())) {
            text.append(Table.number(
                    "- %s: %,.0f of %,.0f rows delivered in %.0f s with `-Xmx%s`; %.0f MB were alive after the last"
                            + " collections.%n",
                    Names.shown(line.text("contestant")),
                    line.number("delivered"),
                    line.number("rows"),
                    line.number("seconds"),
                    line.text("heap"),
                    line.number("heapMegabytes")));
        }
        return text.isEmpty() ? "" : "\n" + text + "\n";
    }

    /** The size of each table and index over time, in bytes, by second. */
    Map<String, Map<Double, Double>> growth() {
        Map<String, Map<Double, Double>> sizes = new TreeMap<>();
        for (Line line : measurements.of("growth", Map.of())) {
            for (Object sample : (List<?>) line.values().get("samples")) {
                Map<?, ?> values = (Map<?, ?>) sample;
                double second = ((Number) values.get("seconds")).doubleValue();
                values.forEach((relation, bytes) -> {
                    if (!relation.equals("seconds") && ((Number) bytes).longValue() > 0) {
                        sizes.computeIfAbsent(relation.toString(), key -> new TreeMap<>())
                                .put(second, ((Number) bytes).doubleValue());
                    }
                });
            }
        }
        return sizes;
    }

    /** The size at the end to the size at half time, of what has grown most; what is tiny does not count. */
    double worstGrowth() {
        return growth().values().stream()
                .map(samples -> new ArrayList<>(samples.values()))
                .filter(sizes -> sizes.get(sizes.size() - 1) > MEGABYTE)
                .mapToDouble(sizes -> sizes.get(sizes.size() - 1) / sizes.get(sizes.size() / 2))
                .max()
                .orElse(Double.NaN);
    }

    String growthTable() {
        Map<String, Map<Double, Double>> sizes = growth();
        if (sizes.isEmpty()) {
            return "";
        }
        Table table = new Table("MB", "after a quarter of the time", "half", "three quarters", "at the end");
        sizes.forEach((relation, samples) -> {
            List<Double> values = new ArrayList<>(samples.values());
            if (values.size() > 3) {
                int last = values.size() - 1;
                table.row(
                        "`" + relation + "`",
                        megabytes(values.get(last / 4)),
                        megabytes(values.get(last / 2)),
                        megabytes(values.get(last * 3 / 4)),
                        megabytes(values.get(last)));
            }
        });
        return table.toString();
    }

    private static String megabytes(double bytes) {
        return Table.number("%.2f", bytes / MEGABYTE);
    }
}
