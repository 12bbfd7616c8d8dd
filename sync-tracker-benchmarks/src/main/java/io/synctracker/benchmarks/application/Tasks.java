package io.synctracker.benchmarks.application;

import java.util.Map;

/** What a process can do. */
final class Tasks {

    private final RunningApplication application;
    private final Capture capture;
    private final Drain drain;

    Tasks(RunningApplication application) {
        this.application = application;
        capture = new Capture(application);
        drain = new Drain(application);
    }

    Map<String, ?> run(Task task) throws InterruptedException {
        if (task.name().equals("rest")) {
            application.stop();
            return Map.of();
        }
        application.use(task.setup());
        return switch (task.name()) {
            case "start" -> application.settings(task.setup());
            case "capture" -> capture.measure(task.number("rows"), task.number("transaction"));
            case "statements" -> capture.count(task.number("transaction"));
            case "fill" -> drain.fill(task.number("rows"));
            case "drain" -> drain.measure(task.number("rows"), task.number("seconds"));
            default -> throw new IllegalArgumentException("No task " + task.name());
        };
    }
}
