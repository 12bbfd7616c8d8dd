package io.synctracker.benchmarks.report;

import io.synctracker.benchmarks.report.Measurements.Line;
import io.synctracker.benchmarks.report.Measurements.Spread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What recording costs. */
final class CaptureReport {

    static final List<Integer> SIZES = List.of(1, 10, 100);
    static final List<Double> GOALS = List.of(1.15, 1.5, 1.6);

    private static final List<String> CHANGES = List.of("create", "update", "delete");

    private final Measurements measurements;

    CaptureReport(Measurements measurements) {
        this.measurements = measurements;
    }

    /** The time of all three kinds of change against plain JPA of the same round, by contestant. */
    Map<String, Spread> ratios(int size) {
        Map<String, Spread> ratios = new LinkedHashMap<>();
        Map<String, List<Line>> all = cells(size);
        all.forEach((name, rounds) -> {
            List<Line> floor = all.get(floorOf(name));
            if (floor != null) {
                ratios.put(name, compare(rounds, floor, (own, plain) -> sum(own, "") / sum(plain, "")));
            }
        });
        return ratios;
    }

    String tables() {
        StringBuilder text = new StringBuilder();
        for (int size : SIZES) {
            Map<String, List<Line>> all = cells(size);
            Map<String, Spread> ratios = ratios(size);
            if (ratios.isEmpty()) {
                continue;
            }
            Table table = new Table(
                    size + (size == 1 ? " row" : " rows") + " a transaction",
                    "time to plain JPA",
                    "create",
                    "update",
                    "delete",
                    "µs added",
                    "CPU µs added",
                    "statements added");
            ratios.forEach((name, ratio) -> table.row(row(name, ratio, all, size)));
            text.append(table);
        }
        return text.toString();
    }

    private String[] row(String name, Spread ratio, Map<String, List<Line>> all, int size) {
        List<Line> own = all.get(name);
        List<Line> floor = all.get(floorOf(name));
        String[] each = CHANGES.stream()
                .map(change -> Table.number(
                        "%.2f",
                        compare(own, floor, (a, b) -> a.number(change) / b.number(change))
                                .median()))
                .toArray(String[]::new);
        Spread added = compare(own, floor, (a, b) -> (sum(a, "") - sum(b, "")) / CHANGES.size());
        Spread cpu = compare(own, floor, (a, b) -> (sum(a, "Cpu") - sum(b, "Cpu")) / CHANGES.size());
        return new String[] {
            Names.shown(name),
            Table.number("**%.2f** (%.2f–%.2f)", ratio.median(), ratio.least(), ratio.most()),
            each[0],
            each[1],
            each[2],
            Table.number("%.1f", added.median()),
            Table.number("%.1f", cpu.median()),
            statementsAdded(name, size)
        };
    }

    private String statementsAdded(String name, int size) {
        List<Line> own = measurements.of("statements", Map.of("contestant", name, "transaction", size));
        List<Line> floor = measurements.of("statements", Map.of("contestant", floorOf(name), "transaction", size));
        if (own.isEmpty() || floor.isEmpty()) {
            return "";
        }
        List<String> added = CHANGES.stream()
                .map(change -> Table.number(
                        "%.0f", own.get(0).number(change) - floor.get(0).number(change)))
                .distinct()
                .toList();
        return String.join(" / ", added);
    }

    /** The most statements that any kind of change adds. */
    double mostStatementsAdded(String name, int size) {
        List<Line> own = measurements.of("statements", Map.of("contestant", name, "transaction", size));
        List<Line> floor = measurements.of("statements", Map.of("contestant", "plain", "transaction", size));
        return own.isEmpty() || floor.isEmpty()
                ? Double.NaN
                : CHANGES.stream()
                        .mapToDouble(change ->
                                own.get(0).number(change) - floor.get(0).number(change))
                        .max()
                        .orElse(Double.NaN);
    }

    private Map<String, List<Line>> cells(int size) {
        return measurements.byContestant("capture", Map.of("transaction", size));
    }

    private static String floorOf(String name) {
        return name.equals("envers") ? "plain-envers" : "plain";
    }

    private interface Comparison {
        double of(Line own, Line floor);
    }

    private static Spread compare(List<Line> own, List<Line> floor, Comparison comparison) {
        double[] values = new double[Math.min(own.size(), floor.size())];
        for (int round = 0; round < values.length; round++) {
            values[round] = comparison.of(own.get(round), floor.get(round));
        }
        return Spread.of(values);
    }

    private static double sum(Line line, String suffix) {
        return CHANGES.stream()
                .mapToDouble(change -> line.number(change + suffix))
                .sum();
    }
}
