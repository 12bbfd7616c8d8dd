package io.synctracker.benchmarks.report;

import io.synctracker.benchmarks.report.Measurements.Line;
import io.synctracker.benchmarks.report.Measurements.Spread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fast is delivered. */
final class DrainReport {

    /** How many work. */
    record Crew(int workers, int processes) {

        String shown() {
            String each = workers + (workers == 1 ? " worker" : " workers");
            return processes == 1 ? each : processes + " processes of " + each;
        }
    }

    static final List<Crew> CREWS = List.of(new Crew(1, 1), new Crew(4, 1), new Crew(4, 2));

    private final Measurements measurements;

    DrainReport(Measurements measurements) {
        this.measurements = measurements;
    }

    /** Rows a second, by contestant. */
    Map<String, Spread> rates(String figure, Crew crew) {
        Map<String, Spread> rates = new LinkedHashMap<>();
        measurements
                .byContestant(figure, Map.of("workers", crew.workers(), "processes", crew.processes()))
                .forEach((name, rounds) -> rates.put(name, Measurements.spread(rounds, DrainReport::rate)));
        return rates;
    }

    static double rate(Line line) {
        return line.number("delivered") / line.number("seconds");
    }

    String tables(String figure, String title) {
        if (rates(figure, CREWS.get(0)).isEmpty()) {
            return "";
        }
        Table table = new Table(
                title,
                CREWS.get(0).shown(),
                CREWS.get(1).shown(),
                CREWS.get(2).shown(),
                "CPU µs a row",
                "of the database");
        for (String name : rates(figure, CREWS.get(0)).keySet()) {
            String[] cells = new String[CREWS.size() + 3];
            cells[0] = Names.shown(name);
            for (int place = 0; place < CREWS.size(); place++) {
                Spread rate = rates(figure, CREWS.get(place)).get(name);
                cells[place + 1] = rate == null
                        ? ""
                        : Table.number("%,.0f (%,.0f–%,.0f)", rate.median(), rate.least(), rate.most())
                                + (wasStopped(figure, CREWS.get(place), name) ? " †" : "");
            }
            List<Line> rounds = measurements
                    .byContestant(figure, Map.of("workers", 4, "processes", 1))
                    .getOrDefault(name, List.of());
            cells[CREWS.size() + 1] = cpu(rounds, "cpu");
            cells[CREWS.size() + 2] = cpu(rounds, "serverCpu");
            table.row(cells);
        }
        return table + "† stopped before it was through.\n";
    }

    private boolean wasStopped(String figure, Crew crew, String name) {
        Map<String, ?> cell =
                Map.of("contestant", name, "workers", crew.workers(), "processes", crew.processes(), "done", false);
        return !measurements.of(figure, cell).isEmpty();
    }

    private static String cpu(List<Line> rounds, String key) {
        double median = rounds.isEmpty()
                ? 0
                : Measurements.spread(rounds, line -> line.number(key)).median();
        return median == 0 ? "" : Table.number("%.0f", median); // that of MariaDB's server is not measured
    }
}
