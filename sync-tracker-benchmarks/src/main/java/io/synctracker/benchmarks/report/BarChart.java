package io.synctracker.benchmarks.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Horizontal bars, as SVG that needs no script and no font of its own. */
final class BarChart {

    /** One bar. */
    record Bar(String contestant, double value, String shown) {}

    /** Bars that share a scale. */
    record Panel(String title, List<Bar> bars, @Nullable Double goal) {}

    private static final int WIDTH = 760;
    private static final int LABELS = 230;
    private static final int SPACE_FOR_VALUE = 80;
    private static final int ROW = 22;
    private static final int HEAD = 34;
    private static final int MARGIN = 12;

    private final StringBuilder svg = new StringBuilder();

    private BarChart() {}

    static String draw(String title, List<Panel> panels) {
        BarChart chart = new BarChart();
        int height = 2 * MARGIN
                + panels.stream()
                        .mapToInt(panel -> HEAD + panel.bars().size() * ROW)
                        .sum();
        chart.svg.append(open(title, WIDTH, height));
        int top = MARGIN;
        for (Panel panel : panels) {
            chart.panel(panel, top);
            top += HEAD + panel.bars().size() * ROW;
        }
        return chart.svg.append("</svg>\n").toString();
    }

    static String open(String title, int width, int height) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<title>%s</title>%n<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n")
                .formatted(width, height, title, width, height)
                .replace(System.lineSeparator(), "\n");
    }

    private void panel(Panel panel, int top) {
        double most = panel.bars().stream().mapToDouble(Bar::value).max().orElse(1);
        double scale = (WIDTH - LABELS - SPACE_FOR_VALUE) / most;
        text(MARGIN, top + 20, "start", "#111827", panel.title(), true);
        int y = top + HEAD;
        for (Bar bar : panel.bars()) {
            text(LABELS - 8, y + 14, "end", "#374151", Names.shown(bar.contestant()), false);
            add(
                    "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>%n",
                    LABELS, y + 2, Math.max(1, bar.value() * scale), ROW - 6, colour(bar.contestant()));
            text((int) (LABELS + bar.value() * scale) + 6, y + 14, "start", "#111827", bar.shown(), false);
            y += ROW;
        }
        if (panel.goal() != null) {
            double x = LABELS + panel.goal() * scale;
            add(
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#dc2626\" stroke-dasharray=\"4 3\"/>%n",
                    x, top + HEAD - 4, x, y);
            text((int) x + 4, top + HEAD - 6, "start", "#dc2626", "goal " + panel.goal(), false);
        }
    }

    private void text(int x, int y, String anchor, String colour, String what, boolean bold) {
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>%n",
                x, y, anchor, colour, bold ? " font-weight=\"bold\"" : "", what);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values).replace(System.lineSeparator(), "\n"));
    }

    private static String colour(String contestant) {
        if (Names.isOurs(contestant)) {
            return "#2563eb";
        }
        return Names.isLimit(contestant) ? "#9ca3af" : "#d97706";
    }
}
