package io.synctracker.benchmarks;

import io.synctracker.benchmarks.process.ContestantProcess;
import io.synctracker.benchmarks.process.Kind;
import java.util.List;
import java.util.Map;

/** How fast a backlog is delivered by one worker and by four. */
final class DrainFigure {

    static final String NAME = "drain";

    private final Options options;
    private final Results results;
    private final List<Kind> kinds;

    DrainFigure(Options options, Results results) {
        this.options = options;
        this.results = results;
        kinds = Contestants.chosen(Contestants.DRAIN, options.contestants());
    }

    void measure() {
        try (Field field = new Field(options)) {
            for (int round = -1; round < options.rounds(); round++) {
                for (int workers : List.of(1, 4)) {
                    for (Kind kind : Field.order(kinds, round + 1)) {
                        measure(field, kind, workers, round);
                    }
                }
            }
        }
    }

    private void measure(Field field, Kind kind, int workers, int round) {
        ContestantProcess process = field.process(kind, 0);
        int rows = round < 0 ? options.rows() / 5 : options.rows();
        var setup = Field.setup(kind, workers, "", options.batchSize());
        process.run("fill", setup, Map.of("rows", rows));
        Map<String, Object> answer = process.run(NAME, setup, Map.of("rows", rows, "seconds", options.capSeconds()));
        Map<String, Object> cell = Map.of("contestant", kind.name(), "workers", workers, "round", round, "rows", rows);
        System.out.println(cell + " " + answer);
        if (round >= 0) {
            results.add(NAME, cell, answer);
        }
    }
}
