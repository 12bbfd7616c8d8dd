package io.synctracker.benchmarks;

import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.process.ContestantProcess;
import io.synctracker.benchmarks.process.Kind;
import io.synctracker.benchmarks.process.ReceiverProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** How fast a backlog is delivered, to a receiver that does nothing or that answers after 5 ms. */
final class DrainFigure implements Figure {

    private static final int ANSWER_MILLIS = 5;
    private static final List<Crew> CREWS = List.of(new Crew(1, 1), new Crew(4, 1), new Crew(4, 2));

    private record Crew(int workers, int processes) {}

    private final boolean http;

    DrainFigure(boolean http) {
        this.http = http;
    }

    @Override
    public String name() {
        return http ? "http" : "drain";
    }

    @Override
    public List<Kind> contestants() {
        return Contestants.DRAIN;
    }

    @Override
    public void measure(Run run, List<Kind> kinds) {
        if (!http) {
            measure(run, kinds, "");
            return;
        }
        try (ReceiverProcess receiver = new ReceiverProcess(ANSWER_MILLIS)) {
            measure(run, kinds, receiver.url());
        }
    }

    private void measure(Run run, List<Kind> kinds, String receiver) {
        try (Field field = new Field(run.options())) {
            for (Crew crew : CREWS) {
                for (int round = -1; round < run.options().rounds(); round++) {
                    for (Kind kind : Field.order(kinds, round + 1)) {
                        Setup setup = Figure.delivering(kind, crew.workers(), receiver, run.options());
                        int number = round;
                        run.attempt(name(), kind, () -> measure(run, field, kind, setup, crew, number));
                    }
                }
            }
        }
    }

    private void measure(Run run, Field field, Kind kind, Setup setup, Crew crew, int round) {
        List<ContestantProcess> processes = new ArrayList<>();
        for (int number = 0; number < crew.processes(); number++) {
            ContestantProcess process = field.process(kind, number);
            process.run("start", setup, Map.of());
            processes.add(process);
        }
        run.describe(kind, processes.get(0), setup);
        int rows = run.options().rows() / (http ? 10 : 1) / (round < 0 ? 5 : 1);
        int seconds = run.options().capSeconds() / (http ? 2 : 1);
        Map<String, Integer> numbers = Map.of("rows", rows, "seconds", seconds);
        processes.get(0).run("fill", setup, numbers);
        List<CompletableFuture<Map<String, Object>>> answers = processes.stream()
                .map(process -> CompletableFuture.supplyAsync(() -> process.run("drain", setup, numbers)))
                .toList();
        Map<String, Object> answer =
                together(answers.stream().map(CompletableFuture::join).toList());
        if (crew.processes() > 1) { // gives its connections back, or there were too many
            processes.forEach(process -> process.run("rest", setup, Map.of()));
        }
        if (round >= 0) {
            run.add(
                    name(),
                    Figure.cell(
                            kind,
                            "workers",
                            crew.workers(),
                            "processes",
                            crew.processes(),
                            "round",
                            round,
                            "rows",
                            rows),
                    answer);
        }
    }

    /** What several processes did together. */
    private static Map<String, Object> together(List<Map<String, Object>> answers) {
        Map<String, Object> sum = new LinkedHashMap<>(answers.get(0));
        for (Map<String, Object> answer : answers.subList(1, answers.size())) {
            sum.merge("delivered", answer.get("delivered"), (a, b) -> (int) a + (int) b);
            sum.merge("seconds", answer.get("seconds"), (a, b) -> Math.max((double) a, (double) b));
        }
        return sum;
    }
}
