package io.synctracker.benchmarks.report;

import io.synctracker.benchmarks.report.DrainReport.Crew;
import io.synctracker.benchmarks.report.Measurements.Spread;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What was set as a goal, and what came out. */
final class Goals {

    private static final String OURS = "sync-tracker";
    private static final String COMPARABLE = "sync-tracker-snapshot";

    private final CaptureReport capture;
    private final DrainReport drain;
    private final OtherReports others;
    private final Measurements measurements;
    private final Table table = new Table("goal", "asked for", "measured", "met");
    private boolean empty = true;

    Goals(Measurements measurements) {
        this.measurements = measurements;
        capture = new CaptureReport(measurements);
        drain = new DrainReport(measurements);
        others = new OtherReports(measurements);
    }

    String table() {
        capture();
        drain();
        backlog();
        latency();
        growth();
        return empty ? "" : table.toString();
    }

    private void capture() {
        for (int place = 0; place < CaptureReport.SIZES.size(); place++) {
            int size = CaptureReport.SIZES.get(place);
            Map<String, Spread> ratios = capture.ratios(size);
            double ours = median(ratios, OURS);
            String rows = size + (size == 1 ? " row" : " rows") + " a transaction";
            atMost("recording, " + rows + ": time to plain JPA", CaptureReport.GOALS.get(place), ours, "%.2f");
            atMost("… and to the best peer", best(ratios, false, name -> !Names.isLimit(name)), ours, "%.2f");
            atMost("… statements added", 2, capture.mostStatementsAdded(OURS, size), "%.0f");
        }
    }

    private void drain() {
        for (Crew crew : DrainReport.CREWS.subList(0, 2)) {
            Map<String, Spread> rates = drain.rates("drain", crew);
            double ours = median(rates, COMPARABLE);
            String who = "delivering with " + crew.shown() + ": ";
            atLeast(who + "times the best outbox", 5, ours / best(rates, true, Names::isOutbox), "%.1f");
            atLeast(who + "times db-scheduler", 3, ours / median(rates, "db-scheduler"), "%.1f");
            atLeast(who + "part of the hand-written limit", 0.5, ours / median(rates, "ideal"), "%.2f");
        }
        // Where the limit does not gain either, the machine has no room for a second process, and ours shows nothing.
        double control = secondProcess("ideal");
        atLeast(
                "two processes rather than one, 5 ms HTTP target: times as fast"
                        + (Double.isNaN(control) ? "" : " (hand-written limit: " + Table.number("%.2f", control) + ")"),
                1.8,
                secondProcess(COMPARABLE),
                "%.2f");
    }

    private double secondProcess(String name) {
        double one = median(drain.rates("http", DrainReport.CREWS.get(1)), name);
        double two = median(drain.rates("http", DrainReport.CREWS.get(2)), name);
        return two / one;
    }

    private void backlog() {
        List<Integer> sizes = others.backlogSizes();
        if (sizes.size() > 1) {
            int small = sizes.get(0);
            int large = sizes.get(sizes.size() - 1);
            double rate = others.backlog(COMPARABLE, "drain", large).median()
                    / others.backlog(COMPARABLE, "drain", small).median();
            String span = Table.number(", %,d to %,d entries", small, large);
            atLeast("rate of delivery" + span, 0.9, rate, "%.2f");
            double claim = others.backlog(COMPARABLE, "outage, newly due", large)
                            .median()
                    / others.backlog(COMPARABLE, "outage, newly due", small).median();
            atMost("time of a claim in an outage" + span, 2, claim, "%.2f");
        }
    }

    private void latency() {
        atMost("commit to call in one process, p50 in ms", 5, others.latency(OURS, 1, "p50Millis"), "%.1f");
        atMost("… p99", 25, others.latency(OURS, 1, "p99Millis"), "%.1f");
        if (measurements
                .database()
                .equals("postgresql")) { // others cannot notify another process, and wait for the poll
            atMost("commit to call between two processes, p50 in ms", 20, others.latency(OURS, 2, "p50Millis"), "%.1f");
        }
        measurements
                .of("memory", Map.of("contestant", OURS))
                .forEach(line -> atLeast(
                        "rows delivered in a heap of 64 MB", line.number("rows"), line.number("delivered"), "%,.0f"));
    }

    /** Half of a short run is not enough to come to rest. */
    private void growth() {
        boolean atRest = measurements.of("growth", Map.of()).stream().anyMatch(line -> line.number("minutes") >= 10);
        if (atRest) {
            atMost("size of any table or index at the end, to that at half time", 1.05, others.worstGrowth(), "%.2f");
        }
    }

    private static double median(Map<String, Spread> all, String name) {
        Spread spread = all.get(name);
        return spread == null ? Double.NaN : spread.median();
    }

    private static double best(Map<String, Spread> all, boolean most, Predicate<String> which) {
        var peers = all.entrySet().stream()
                .filter(entry -> !Names.isOurs(entry.getKey()) && which.test(entry.getKey()))
                .mapToDouble(entry -> entry.getValue().median());
        return (most ? peers.max() : peers.min()).orElse(Double.NaN);
    }

    private void atMost(String what, double goal, double measured, String format) {
        add(what, "≤ ", goal, measured, format, measured <= goal);
    }

    private void atLeast(String what, double goal, double measured, String format) {
        add(what, "≥ ", goal, measured, format, measured >= goal);
    }

    private void add(String what, String sign, double goal, double measured, String format, boolean met) {
        if (!Double.isNaN(measured) && !Double.isNaN(goal)) {
            empty = false;
            String asked = sign + (goal == Math.rint(goal) ? Table.number("%,.0f", goal) : Table.number("%.2f", goal));
            table.row(what, asked, Table.number(format, measured), met ? "yes" : "**no**");
        }
    }
}
