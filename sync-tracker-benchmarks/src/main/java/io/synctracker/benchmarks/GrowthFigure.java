package io.synctracker.benchmarks;

import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.process.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How large tables and indexes become under a steady load, with autovacuum as the server has it. */
final class GrowthFigure implements Figure {

    private static final int WORKERS = 4;
    private static final int RATE = 200;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Kind> contestants() {
        return Contestants.OURS.subList(0, 1);
    }

    @Override
    public void measure(Run run, List<Kind> kinds) {
        int seconds = run.options().growthMinutes() * 60;
        try (Field field = new Field(run.options())) {
            for (Kind kind : kinds) {
                Map<String, String> options = new HashMap<>(kind.options());
                options.put("sync-tracker.cleanup.enabled", "true");
                options.put("sync-tracker.cleanup.cron", "*/30 * * * * *");
                options.put("sync-tracker.cleanup.retention", "1m");
                Setup setup = new Setup(WORKERS, "", false, run.options().batchSize(), options);
                Map<String, Object> answer =
                        field.process(kind, 0).run("steady", setup, Map.of("seconds", seconds, "rate", RATE));
                run.add(
                        name(),
                        Figure.cell(kind, "rate", RATE, "minutes", run.options().growthMinutes()),
                        answer);
            }
        }
    }
}
