package io.synctracker.benchmarks;

import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.process.ContestantProcess;
import io.synctracker.benchmarks.process.Kind;
import java.util.List;
import java.util.Map;

/** What recording adds to a transaction of one, ten and a hundred rows. */
final class CaptureFigure implements Figure {

    private static final Map<Integer, Integer> ROWS = Map.of(1, 2_000, 10, 6_000, 100, 12_000);
    private static final List<Integer> SIZES = List.of(1, 10, 100);

    @Override
    public String name() {
        return "capture";
    }

    @Override
    public List<Kind> contestants() {
        return Contestants.CAPTURE;
    }

    @Override
    public void measure(Run run, List<Kind> kinds) {
        try (Field field = new Field(run.options())) {
            int warmUp = run.options().quick() ? 1 : 2;
            for (int round = -warmUp; round < run.options().rounds(); round++) {
                for (int size : SIZES) {
                    for (Kind kind : Field.order(kinds, round + warmUp)) {
                        int number = round;
                        run.attempt(name(), kind, () -> measure(run, field.process(kind, 0), kind, size, number));
                    }
                }
                Run.say("capture: round " + round + " done");
            }
            kinds.forEach(kind -> run.attempt(name(), kind, () -> count(run, field.process(kind, 0), kind)));
        }
    }

    private void measure(Run run, ContestantProcess process, Kind kind, int size, int round) {
        int rows = Math.max(size, ROWS.get(size) / (run.options().quick() ? 4 : 1));
        Setup setup = Figure.recording(kind);
        run.describe(kind, process, setup);
        Map<String, Object> answer = process.run("capture", setup, Map.of("rows", rows, "transaction", size));
        if (round >= 0) {
            run.add(name(), Figure.cell(kind, "transaction", size, "round", round), answer);
        }
    }

    private static void count(Run run, ContestantProcess process, Kind kind) {
        Setup counting = new Setup(0, "", true, 0, kind.options());
        for (int size : SIZES) {
            Map<String, Object> answer = process.run("statements", counting, Map.of("transaction", size));
            run.add("statements", Figure.cell(kind, "transaction", size), answer);
        }
    }
}
