package io.synctracker.benchmarks;

import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.process.ContestantProcess;
import io.synctracker.benchmarks.process.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run: what is asked for, and where the results go. */
record Run(Options options, Results results) {

    private static final Set<String> DESCRIBED = new LinkedHashSet<>();

    void measure(List<Figure> figures) {
        Instant start = Instant.now();
        for (Figure figure : figures) {
            if (options.wants(figure.name())) {
                List<Kind> kinds = Contestants.chosen(figure.contestants(), options.contestants());
                say("--- " + figure.name());
                figure.measure(this, kinds);
            }
        }
        say("--- took " + Duration.between(start, Instant.now()).toMinutes() + " minutes");
    }

    /** Notes once what a contestant is set to. */
    void describe(Kind kind, ContestantProcess process, Setup setup) {
        if (DESCRIBED.add(kind.name() + setup.workers())) {
            Map<String, Object> description = process.run("start", setup, Map.of());
            results.add("contestant", Figure.cell(kind, "workers", setup.workers()), description);
        }
    }

    /** Has one contestant measured; what fails there is noted and stops nobody else. */
    void attempt(String figure, Kind kind, Runnable measurement) {
        try {
            measurement.run();
        } catch (RuntimeException e) {
            add("failure", Figure.cell(kind, "of", figure), Map.of("message", String.valueOf(e.getMessage())));
        }
    }

    void add(String figure, Map<String, Object> cell, Map<String, ?> answer) {
        say(figure + " " + cell + " " + answer);
        results.add(figure, cell, answer);
    }

    static void say(String what) {
        String text = what.length() > 400 ? what.substring(0, 400) + "…" : what;
        System.out.println(text);
    }
}
