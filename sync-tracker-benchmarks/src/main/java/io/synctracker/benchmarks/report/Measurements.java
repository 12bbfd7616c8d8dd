package io.synctracker.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/** The results of a run. */
final class Measurements {

    /** One result. */
    record Line(Map<String, Object> values) {

        String text(String key) {
            return String.valueOf(values.get(key));
        }

        double number(String key) {
            return values.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        boolean has(Map<String, ?> wanted) {
            return wanted.entrySet().stream()
                    .allMatch(entry -> Objects.equals(values.get(entry.getKey()), entry.getValue()));
        }
    }

    /** The middle of several rounds, and how far they lie apart. */
    record Spread(double median, double least, double most) {

        static Spread of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int count = sorted.length;
            double median = count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
            return new Spread(median, sorted[0], sorted[count - 1]);
        }
    }

    private final List<Line> lines;

    private Measurements(List<Line> lines) {
        this.lines = lines;
    }

    @SuppressWarnings("unchecked")
    static Measurements read(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        List<Line> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(new Line(json.readValue(line, Map.class)));
        }
        return new Measurements(lines);
    }

    /** Returns which database was measured, as the page calls it. */
    String database() {
        return lines.stream()
                .filter(line -> line.text("figure").equals("environment"))
                .map(line -> line.text("database").split(" ")[0].toLowerCase(Locale.ROOT))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The results do not say which database they are of."));
    }

    /** Returns whether little was measured, to see that it works, so that nothing can be said of goals. */
    boolean isQuick() {
        return !of("environment", Map.of("quick", true)).isEmpty();
    }

    List<Line> of(String figure, Map<String, ?> wanted) {
        return lines.stream()
                .filter(line -> figure.equals(line.text("figure")) && line.has(wanted))
                .toList();
    }

    /** The rounds of each contestant, in the order of {@link Names}. */
    Map<String, List<Line>> byContestant(String figure, Map<String, ?> wanted) {
        Map<String, List<Line>> rounds = new LinkedHashMap<>();
        List<Line> found = of(figure, wanted);
        for (String name : Names.ALL) {
            List<Line> own = found.stream()
                    .filter(line -> name.equals(line.text("contestant")))
                    .toList();
            if (!own.isEmpty()) {
                rounds.put(name, own);
            }
        }
        return rounds;
    }

    static Spread spread(List<Line> rounds, ToDoubleFunction<Line> value) {
        return Spread.of(rounds.stream().mapToDouble(value).toArray());
    }
}
