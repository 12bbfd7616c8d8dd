package io.synctracker.benchmarks;

import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.process.ContestantProcess;
import io.synctracker.benchmarks.process.Kind;
import java.util.List;
import java.util.Map;

/** How long it takes from a commit to the call, with nothing else to do, in one process and between two. */
final class LatencyFigure implements Figure {

    private static final int WORKERS = 4;
    private static final int WARM_UP = 40;
    private static final int GAP_MILLIS = 20;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public List<Kind> contestants() {
        return Contestants.LATENCY;
    }

    @Override
    public void measure(Run run, List<Kind> kinds) {
        try (Field field = new Field(run.options())) {
            for (int round = 0; round < run.options().rounds(); round++) {
                for (Kind kind : Field.order(kinds, round)) {
                    int number = round;
                    run.attempt(name(), kind, () -> measure(run, field, kind, 1, number));
                    if (!Contestants.DELIVER_THEIR_OWN.contains(kind.name())) {
                        run.attempt(name(), kind, () -> measure(run, field, kind, 2, number));
                    }
                }
            }
        }
    }

    private void measure(Run run, Field field, Kind kind, int processes, int round) {
        Setup delivering = Figure.delivering(kind, WORKERS, "", run.options());
        ContestantProcess relay = field.process(kind, 0);
        ContestantProcess producer = field.process(kind, processes - 1);
        Setup producing = processes == 1 ? delivering : Figure.recording(kind);
        relay.run("fill", delivering, Map.of("rows", 1));
        producer.run("start", producing, Map.of());
        relay.run("hear", delivering, Map.of());
        producer.run("produce", producing, Map.of("samples", WARM_UP, "gap", GAP_MILLIS));
        int samples = run.options().quick() ? 50 : 300;
        Map<String, Object> committed =
                producer.run("produce", producing, Map.of("samples", samples, "gap", GAP_MILLIS));
        Map<String, Object> heard = relay.run("heard", delivering, Map.of("samples", samples + WARM_UP + 1));
        double[] millis = committed.entrySet().stream()
                .filter(sample -> heard.containsKey(sample.getKey()))
                .mapToDouble(sample -> millis(sample.getValue(), heard.get(sample.getKey())))
                .sorted()
                .toArray();
        relay.run("rest", delivering, Map.of());
        producer.run("rest", producing, Map.of());
        run.add(
                name(),
                Figure.cell(kind, "processes", processes, "round", round),
                Map.of(
                        "missing", samples - millis.length,
                        "p50Millis", at(millis, 0.5),
                        "p99Millis", at(millis, 0.99)));
    }

    private static double at(double[] sorted, double part) {
        return sorted.length == 0 ? -1 : sorted[(int) Math.min(sorted.length - 1.0, part * sorted.length)];
    }

    /** A call that comes before the commit has returned to the application is in time. */
    private static double millis(Object committed, Object heard) {
        return Math.max(0, (((Number) heard).longValue() - ((Number) committed).longValue()) / 1e6);
    }
}
