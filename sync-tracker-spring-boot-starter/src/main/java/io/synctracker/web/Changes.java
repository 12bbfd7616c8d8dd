package io.synctracker.web;

import io.synctracker.job.JobFilter;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.SyncJobs;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which runs have changed, by looking at the running ones, the newest ones, and those that ran at the last look: on
 * whatever node they run. Two cheap reads a look. Not thread-safe.
 */
final class Changes {

    private static final int MAX_RUNS = 200;

    /** Clocks of two nodes, and of the database, may differ by so much without a change being lost on a reconnect. */
    private static final long SLACK_MILLIS = 10_000;

    private final SyncJobs jobs;
    private final Json json;
    private final Clock clock;
    private Map<Long, JobRun> seen = Map.of();

    Changes(SyncJobs jobs, Json json, Clock clock) {
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** Takes what there is as known. */
    void begin() {
        seen = look();
    }

    /** Returns what has changed since the last look. */
    List<StreamEvent> next() {
        Map<Long, JobRun> now = look();
        List<JobRun> changed = new ArrayList<>();
        for (JobRun before : seen.values()) {
            if (before.status() == JobStatus.RUNNING && !now.containsKey(before.id())) {
                jobs.find(before.id()).ifPresent(changed::add);
            }
        }
        now.values().stream().filter(run -> !run.equals(seen.get(run.id()))).forEach(changed::add);
        seen = now;
        return events(changed.stream());
    }

    /**
     * Returns what somebody who begins to listen must know.
     *
     * @param lastSeenMillis the id of the last event that they had, or {@code null}
     */
    List<StreamEvent> since(@Nullable Long lastSeenMillis) {
        return events(look().values().stream()
                .filter(run -> run.status() == JobStatus.RUNNING
                        || (lastSeenMillis != null && lastChange(run) >= lastSeenMillis - SLACK_MILLIS)));
    }

    private static long lastChange(JobRun run) {
        return Stream.of(
                        Optional.of(run.createdAt()),
                        Optional.ofNullable(run.startedAt()),
                        Optional.ofNullable(run.finishedAt()))
                .flatMap(Optional::stream)
                .mapToLong(Instant::toEpochMilli)
                .max()
                .orElse(0);
    }

    /** The oldest first, as they happened. */
    private Map<Long, JobRun> look() {
        List<JobRun> found = new ArrayList<>(jobs.list(JobFilter.ALL));
        found.addAll(jobs.list(new JobFilter(
                null, null, JobStatus.RUNNING, null, null, null, null, null, null, null, null, null, null, MAX_RUNS)));
        Map<Long, JobRun> runs = new LinkedHashMap<>();
        found.stream()
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .forEach(run -> runs.put(run.id(), run));
        return runs;
    }

    private List<StreamEvent> events(Stream<JobRun> runs) {
        Instant now = clock.instant();
        return runs.map(run ->
                        new StreamEvent("run:" + run.id(), "run", now.toEpochMilli(), json.text(RunView.of(run, now))))
                .toList();
    }
}
