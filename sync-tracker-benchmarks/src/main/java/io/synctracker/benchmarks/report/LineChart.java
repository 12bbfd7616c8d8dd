package io.synctracker.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines over time, as SVG. */
final class LineChart {

    private static final int WIDTH = 760;
    private static final int PLOT_WIDTH = 470;
    private static final int PLOT_HEIGHT = 240;
    private static final int LEFT = 50;
    private static final int TOP = 40;
    private static final int LINE = 18;
    private static final List<String> COLOURS =
            List.of("#2563eb", "#d97706", "#059669", "#dc2626", "#7c3aed", "#0891b2", "#4b5563", "#be185d", "#65a30d");

    private LineChart() {}

    static String draw(String title, Map<String, Map<Double, Double>> lines) {
        double last = lines.values().stream()
                .flatMap(line -> line.keySet().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        double most = lines.values().stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        int height = TOP + Math.max(PLOT_HEIGHT, lines.size() * LINE) + 40;
        StringBuilder svg = new StringBuilder(BarChart.open(title, WIDTH, height));
        label(svg, LEFT, 20, "start", "#111827", title);
        axes(svg, last, most);
        int number = 0;
        for (Map.Entry<String, Map<Double, Double>> line : lines.entrySet()) {
            String colour = COLOURS.get(number % COLOURS.size());
            String points = line.getValue().entrySet().stream()
                    .map(point -> String.format(
                            Locale.ROOT,
                            "%.1f,%.1f",
                            LEFT + point.getKey() / last * PLOT_WIDTH,
                            TOP + PLOT_HEIGHT - point.getValue() / most * PLOT_HEIGHT))
                    .collect(Collectors.joining(" "));
            svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + colour + "\" points=\"" + points
                    + "\"/>\n");
            label(svg, LEFT + PLOT_WIDTH + 16, TOP + 12 + number * LINE, "start", colour, line.getKey());
            number++;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void axes(StringBuilder svg, double last, double most) {
        for (int part = 0; part <= 4; part++) {
            double y = TOP + PLOT_HEIGHT - part / 4.0 * PLOT_HEIGHT;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#e5e7eb\"/>\n",
                    LEFT,
                    y,
                    LEFT + PLOT_WIDTH,
                    y));
            label(svg, LEFT - 6, (int) y + 4, "end", "#374151", Table.number("%.1f", most * part / 4));
            int x = LEFT + part * PLOT_WIDTH / 4;
            label(
                    svg,
                    x,
                    TOP + PLOT_HEIGHT + 18,
                    "middle",
                    "#374151",
                    Table.number(last < 8 ? "%.1f" : "%.0f", last * part / 4));
        }
    }

    private static void label(StringBuilder svg, int x, int y, String anchor, String colour, String what) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
                x,
                y,
                anchor,
                colour,
                what));
    }
}
