package io.synctracker.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Tables of a run's results. */
public final class Report {

    private static final List<String> CHANGES = List.of("create", "update", "delete");

    private final List<Map<String, Object>> lines;

    private Report(List<Map<String, Object>> lines) {
        this.lines = lines;
    }

    /**
     * Reads results and shows them.
     *
     * @param file a line of JSON for each result
     * @return Markdown
     */
    @SuppressWarnings("unchecked")
    public static String of(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(json.readValue(line, Map.class));
        }
        Report report = new Report(lines);
        return report.capture() + report.drain();
    }

    private String capture() {
        StringBuilder text = new StringBuilder();
        for (int size : List.of(1, 10, 100)) {
            Map<String, List<Map<String, Object>>> cells = cells("capture", "transaction", size);
            if (cells.isEmpty()) {
                continue;
            }
            text.append("\nCapture, ")
                    .append(size)
                    .append(" rows a transaction\n\n")
                    .append(
                            "| contestant | time to plain (least..most) | create | update | delete | us a change added | cpu us added | statements |\n|---|---|---|---|---|---|---|---|\n");
            List<Map<String, Object>> plain = cells.get("plain");
            cells.forEach((name, rounds) -> text.append(captureRow(name, rounds, plain, size)));
        }
        return text.toString();
    }

    private String captureRow(
            String name, List<Map<String, Object>> rounds, List<Map<String, Object>> plain, int size) {
        double[] ratios = new double[rounds.size()];
        double[] added = new double[rounds.size()];
        double[] cpu = new double[rounds.size()];
        Map<String, double[]> each = new LinkedHashMap<>();
        CHANGES.forEach(change -> each.put(change, new double[rounds.size()]));
        for (int round = 0; round < rounds.size(); round++) {
            double own = 0;
            double floor = 0;
            for (String change : CHANGES) {
                double mine = number(rounds.get(round), change);
                double theirs = plain == null ? mine : number(plain.get(round), change);
                each.get(change)[round] = mine / theirs;
                own += mine;
                floor += theirs;
                cpu[round] += (number(rounds.get(round), change + "Cpu")
                                - (plain == null ? 0 : number(plain.get(round), change + "Cpu")))
                        / 3;
            }
            ratios[round] = own / floor;
            added[round] = (own - floor) / 3;
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.2f (%.2f..%.2f) | %.2f | %.2f | %.2f | %.1f | %.1f | %s |%n",
                name,
                median(ratios),
                Arrays.stream(ratios).min().orElse(0),
                Arrays.stream(ratios).max().orElse(0),
                median(each.get("create")),
                median(each.get("update")),
                median(each.get("delete")),
                median(added),
                median(cpu),
                statements(name, size));
    }

    private String statements(String name, int size) {
        return cells("statements", "transaction", size).getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(line -> line.get("create") + " / " + line.get("update") + " / " + line.get("delete"))
                .orElse("");
    }

    private String drain() {
        StringBuilder text = new StringBuilder();
        for (int workers : List.of(1, 4)) {
            Map<String, List<Map<String, Object>>> cells = cells("drain", "workers", workers);
            if (cells.isEmpty()) {
                continue;
            }
            text.append("\nDrain, ")
                    .append(workers)
                    .append(" workers\n\n")
                    .append(
                            "| contestant | rows/s (least..most) | cpu us a row | server cpu us a row |\n|---|---|---|---|\n");
            cells.forEach((name, rounds) -> {
                double[] rates = rounds.stream()
                        .mapToDouble(line -> number(line, "delivered") / number(line, "seconds"))
                        .toArray();
                text.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f (%.0f..%.0f) | %.1f | %.1f |%n",
                        name,
                        median(rates),
                        Arrays.stream(rates).min().orElse(0),
                        Arrays.stream(rates).max().orElse(0),
                        median(rounds.stream()
                                .mapToDouble(line -> number(line, "cpu"))
                                .toArray()),
                        median(rounds.stream()
                                .mapToDouble(line -> number(line, "serverCpu"))
                                .toArray())));
            });
        }
        return text.toString();
    }

    private Map<String, List<Map<String, Object>>> cells(String figure, String key, int value) {
        Set<String> names = new LinkedHashSet<>();
        lines.forEach(line -> names.add(String.valueOf(line.get("contestant"))));
        Map<String, List<Map<String, Object>>> cells = new LinkedHashMap<>();
        for (String name : names) {
            List<Map<String, Object>> found = lines.stream()
                    .filter(line -> figure.equals(line.get("figure"))
                            && name.equals(line.get("contestant"))
                            && Integer.valueOf(value).equals(line.get(key)))
                    .toList();
            if (!found.isEmpty()) {
                cells.put(name, found);
            }
        }
        return cells;
    }

    private static double number(Map<String, Object> line, String key) {
        return ((Number) line.get(key)).doubleValue();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
