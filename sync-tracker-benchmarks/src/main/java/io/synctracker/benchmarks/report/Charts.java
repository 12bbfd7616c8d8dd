package io.synctracker.benchmarks.report;

import io.synctracker.benchmarks.report.BarChart.Bar;
import io.synctracker.benchmarks.report.BarChart.Panel;
import io.synctracker.benchmarks.report.DrainReport.Crew;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The charts of a run. */
final class Charts {

    static final Map<String, String> DESCRIPTIONS = Map.of(
            "capture",
                    "Time of the application's transactions against plain JPA, with one, ten and a hundred rows each",
            "drain", "Rows that are delivered in a second, by one worker and by four",
            "growth", "Size of the tables and indexes under a steady load");

    private static final double MEGABYTE = 1 << 20;
    private static final double MINUTE = 60;

    private Charts() {}

    /** Draws what there is: SVG by name. */
    static Map<String, String> of(Measurements measurements) {
        Map<String, String> charts = new LinkedHashMap<>();
        List<Panel> capture = capture(new CaptureReport(measurements));
        if (!capture.isEmpty()) {
            charts.put("capture", BarChart.draw(DESCRIPTIONS.get("capture"), capture));
        }
        List<Panel> drain = drain(new DrainReport(measurements));
        if (!drain.isEmpty()) {
            charts.put("drain", BarChart.draw(DESCRIPTIONS.get("drain"), drain));
        }
        Map<String, Map<Double, Double>> growth = growth(new OtherReports(measurements).growth());
        if (!growth.isEmpty()) {
            charts.put("growth", LineChart.draw(DESCRIPTIONS.get("growth") + " (MB, by minute)", growth));
        }
        return charts;
    }

    private static List<Panel> capture(CaptureReport report) {
        List<Panel> panels = new ArrayList<>();
        for (int place = 0; place < CaptureReport.SIZES.size(); place++) {
            int size = CaptureReport.SIZES.get(place);
            List<Bar> bars = new ArrayList<>();
            report.ratios(size).forEach((name, ratio) -> {
                if (!name.equals("plain-envers")) {
                    bars.add(new Bar(name, ratio.median(), Table.number("%.2f", ratio.median())));
                }
            });
            if (!bars.isEmpty()) {
                String title = size + (size == 1 ? " row" : " rows") + " a transaction (plain JPA = 1)";
                panels.add(new Panel(title, bars, CaptureReport.GOALS.get(place)));
            }
        }
        return panels;
    }

    private static List<Panel> drain(DrainReport report) {
        List<Panel> panels = new ArrayList<>();
        for (Crew crew : DrainReport.CREWS.subList(0, 2)) {
            List<Bar> bars = new ArrayList<>();
            report.rates("drain", crew)
                    .forEach((name, rate) ->
                            bars.add(new Bar(name, rate.median(), Table.number("%,.0f", rate.median()))));
            if (!bars.isEmpty()) {
                panels.add(new Panel("rows/s with " + crew.shown() + ", a target that does nothing", bars, null));
            }
        }
        return panels;
    }

    private static Map<String, Map<Double, Double>> growth(Map<String, Map<Double, Double>> bytes) {
        Map<String, Map<Double, Double>> shown = new LinkedHashMap<>();
        bytes.forEach((relation, samples) -> {
            Map<Double, Double> scaled = new LinkedHashMap<>();
            samples.forEach((second, size) -> scaled.put(second / MINUTE, size / MEGABYTE));
            if (scaled.values().stream().anyMatch(size -> size > 1)) {
                shown.put(relation, scaled);
            }
        });
        return shown;
    }
}
