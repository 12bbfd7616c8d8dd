package io.synctracker.benchmarks;

import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.process.ContestantProcess;
import io.synctracker.benchmarks.process.Kind;
import java.util.List;
import java.util.Map;

/** What a claim costs, and how fast is delivered, as the backlog grows. */
final class BacklogFigure implements Figure {

    private static final int WORKERS = 4;
    private static final int CLAIMS = 40;
    private static final int DRAIN_SECONDS = 60;
    private static final int FOLLOWERS = 1_000;
    private static final int FOLLOWER_ROUNDS = 5;

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public List<Kind> contestants() {
        return Contestants.OURS;
    }

    @Override
    public void measure(Run run, List<Kind> kinds) {
        List<Integer> sizes = run.options().quick() ? List.of(10_000, 50_000) : List.of(10_000, 100_000, 1_000_000);
        try (Field field = new Field(run.options())) {
            for (int round = -1; round < run.options().rounds(); round++) {
                for (int size : round < 0 ? sizes.subList(0, 1) : sizes) {
                    for (Kind kind : kinds) {
                        int number = round;
                        run.attempt(name(), kind, () -> measure(run, field.process(kind, 0), kind, size, number));
                    }
                }
            }
        }
    }

    private void measure(Run run, ContestantProcess process, Kind kind, int size, int round) {
        Setup setup = Figure.delivering(kind, WORKERS, "", run.options());
        Map<String, Integer> claims = Map.of("times", CLAIMS);
        process.run("fill", setup, Map.of("rows", size));
        note(run, kind, "due", size, round, process.run("claim", setup, claims));
        process.run("fill-outage", setup, Map.of("rows", size));
        note(run, kind, "outage, nothing due", size, round, process.run("claim", setup, claims));
        for (int time = 0; time < FOLLOWER_ROUNDS; time++) {
            process.run("add-followers", setup, Map.of("rows", FOLLOWERS));
        }
        note(run, kind, "outage, newly due", size, round, process.run("claim", setup, claims));
        process.run("fill", setup, Map.of("rows", size));
        Map<String, Integer> numbers = Map.of("rows", size, "seconds", DRAIN_SECONDS);
        note(run, kind, "drain", size, round, process.run("drain", setup, numbers));
    }

    private void note(Run run, Kind kind, String shape, int size, int round, Map<String, Object> answer) {
        if (round >= 0) {
            run.add(name(), Figure.cell(kind, "shape", shape, "rows", size, "round", round), answer);
        }
    }
}
