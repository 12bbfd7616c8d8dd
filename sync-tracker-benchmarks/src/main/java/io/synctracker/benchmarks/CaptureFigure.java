package io.synctracker.benchmarks;

import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.process.Kind;
import java.util.List;
import java.util.Map;

/** What recording adds to a transaction of one, ten and a hundred rows. */
final class CaptureFigure {

    static final String NAME = "capture";

    private static final Map<Integer, Integer> ROWS = Map.of(1, 2_000, 10, 6_000, 100, 12_000);
    private static final List<Integer> SIZES = List.of(1, 10, 100);

    private final Options options;
    private final Results results;
    private final List<Kind> kinds;

    CaptureFigure(Options options, Results results) {
        this.options = options;
        this.results = results;
        kinds = Contestants.chosen(Contestants.CAPTURE, options.contestants());
    }

    void measure() {
        try (Field field = new Field(options)) {
            int warmUp = options.quick() ? 1 : 2;
            for (int round = -warmUp; round < options.rounds(); round++) {
                for (int size : SIZES) {
                    for (Kind kind : Field.order(kinds, round + warmUp)) {
                        measure(field, kind, size, round);
                    }
                }
                System.out.println("capture: round " + round + " done");
            }
            kinds.forEach(kind -> count(field, kind));
        }
    }

    private void measure(Field field, Kind kind, int size, int round) {
        int rows = Math.max(size, ROWS.get(size) / (options.quick() ? 4 : 1));
        Map<String, Object> answer = field.process(kind, 0)
                .run(NAME, Field.setup(kind, 0, "", 0), Map.of("rows", rows, "transaction", size));
        if (round >= 0) {
            results.add(NAME, Map.of("contestant", kind.name(), "transaction", size, "round", round), answer);
        }
    }

    private void count(Field field, Kind kind) {
        Setup counting = new Setup(0, "", true, 0, kind.options());
        for (int size : SIZES) {
            Map<String, Object> answer =
                    field.process(kind, 0).run("statements", counting, Map.of("transaction", size));
            results.add("statements", Map.of("contestant", kind.name(), "transaction", size), answer);
        }
    }
}
