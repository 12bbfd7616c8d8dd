package io.synctracker.benchmarks;

import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.process.ContestantProcess;
import io.synctracker.benchmarks.process.Kind;
import java.util.List;
import java.util.Map;

/** Whether a large backlog is delivered in a small heap. */
final class MemoryFigure implements Figure {

    static final String HEAP = "64m";

    private static final int WORKERS = 4;
    private static final int CAP_SECONDS = 900;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Kind> contestants() {
        return Contestants.OURS;
    }

    @Override
    public void measure(Run run, List<Kind> kinds) {
        int rows = run.options().quick() ? 20_000 : 1_000_000;
        try (Field field = new Field(run.options().withHeap(HEAP))) {
            for (Kind kind : kinds) {
                run.attempt(name(), kind, () -> measure(run, field.process(kind, 0), kind, rows));
            }
        }
    }

    private void measure(Run run, ContestantProcess process, Kind kind, int rows) {
        Setup setup = Figure.delivering(kind, WORKERS, "", run.options());
        process.run("fill", setup, Map.of("rows", rows));
        Map<String, Object> answer = process.run("drain", setup, Map.of("rows", rows, "seconds", CAP_SECONDS));
        run.add(name(), Figure.cell(kind, "rows", rows, "heap", HEAP), answer);
        process.run("rest", setup, Map.of());
    }
}
