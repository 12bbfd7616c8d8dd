package io.synctracker.benchmarks.application;

import java.util.Map;

/** What a process can do. */
final class Tasks {

    private final RunningApplication application;
    private final Capture capture;
    private final Drain drain;
    private final Claims claims;
    private final Latency latency;
    private final SteadyLoad steadyLoad;

    Tasks(RunningApplication application) {
        this.application = application;
        capture = new Capture(application);
        drain = new Drain(application);
        claims = new Claims(application);
        latency = new Latency(application);
        steadyLoad = new SteadyLoad(application);
    }

    Map<String, ?> run(Task task) throws InterruptedException {
        if (task.name().equals("rest")) {
            application.stop();
            return Map.of();
        }
        application.use(task.setup());
        return switch (task.name()) {
            case "start" -> application.description();
            case "capture" -> capture.measure(task.number("rows"), task.number("transaction"));
            case "statements" -> capture.count(task.number("transaction"));
            case "fill" -> drain.fill(task.number("rows"));
            case "drain" -> drain.measure(task.number("rows"), task.number("seconds"));
            case "fill-outage" -> claims.fillOutage(task.number("rows"));
            case "add-followers" -> claims.addFollowers(task.number("rows"));
            case "claim" -> claims.measure(task.number("times"));
            case "hear" -> latency.hear();
            case "produce" -> latency.produce(task.number("samples"), task.number("gap"));
            case "heard" -> latency.heard(task.number("samples"));
            case "steady" -> steadyLoad.run(task.number("seconds"), task.number("rate"));
            default -> throw new IllegalArgumentException("No task " + task.name());
        };
    }
}
