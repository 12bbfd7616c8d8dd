package io.synctracker.web;

import io.synctracker.SyncTrackerException;
import io.synctracker.job.JobAttempt;
import io.synctracker.job.JobFilter;
import io.synctracker.job.JobQueue;
import io.synctracker.job.JobRequest;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.JobTrigger;
import io.synctracker.job.Overlap;
import io.synctracker.job.SyncJobs;
import io.synctracker.job.UnknownRunException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.springframework.dao.QueryTimeoutException;

/** Runs in memory, that nobody works at: a test says how they get on. */
final class MemoryJobs implements SyncJobs {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final ConcurrentSkipListMap<Long, JobRun> runs = new ConcurrentSkipListMap<>();
    final AtomicInteger lists = new AtomicInteger();
    volatile RuntimeException failure;
    volatile boolean onlyOnePage;

    void clear() {
        runs.clear();
        failure = null;
        onlyOnePage = false;
    }

    JobRun add(JobRequest request) {
        long id = runs.isEmpty() ? 1 : runs.lastKey() + 1;
        JobRun run = new JobRun(
                id,
                request.service(),
                request.action(),
                request.targetType(),
                request.targetId(),
                request.key(),
                JobStatus.QUEUED,
                request.trigger(),
                request.requestedBy(),
                request.scheduleId(),
                request.parentId(),
                request.payload(),
                Map.of(),
                Map.of(),
                0,
                5,
                null,
                0,
                null,
                null,
                false,
                START.plusSeconds(id),
                null,
                null,
                null);
        runs.put(id, run);
        return run;
    }

    JobRun add(String service) {
        return add(JobRequest.of(service, "pull"));
    }

    /** Changes a run. */
    JobRun change(long id, JobStatus status, long done, Long total, String error) {
        return runs.compute(
                id,
                (same, run) -> new JobRun(
                        id,
                        run.service(),
                        run.action(),
                        run.targetType(),
                        run.targetId(),
                        run.key(),
                        status,
                        run.trigger(),
                        run.requestedBy(),
                        run.scheduleId(),
                        run.parentId(),
                        run.payload(),
                        run.result(),
                        Map.of("created", done),
                        1,
                        5,
                        "node-1",
                        done,
                        total,
                        error,
                        run.cancelRequested(),
                        run.createdAt(),
                        null,
                        run.createdAt().plusSeconds(10),
                        status.finished() ? run.createdAt().plusSeconds(20) : null));
    }

    @Override
    public JobRun enqueue(JobRequest request) {
        return add(request);
    }

    @Override
    public Optional<JobRun> find(long id) {
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public List<JobAttempt> attempts(long id) {
        return runs.containsKey(id) && runs.get(id).attempts() > 0
                ? List.of(new JobAttempt(1, "node-1", START, null, "running", null))
                : List.of();
    }

    @Override
    public List<JobRun> list(JobFilter filter) {
        lists.incrementAndGet();
        if (failure != null) {
            throw failure;
        }
        if (onlyOnePage && filter.before() != null) {
            throw new QueryTimeoutException("select * from sync_runs");
        }
        return runs.descendingMap().values().stream()
                .filter(run -> matches(filter.service(), run.service()))
                .filter(run -> matches(filter.action(), run.action()))
                .filter(run -> matches(filter.status(), run.status()))
                .filter(run -> matches(filter.targetType(), run.targetType()))
                .filter(run -> matches(filter.targetId(), run.targetId()))
                .filter(run -> matches(filter.requestedBy(), run.requestedBy()))
                .filter(run -> matches(filter.scheduleId(), run.scheduleId()))
                .filter(run -> matches(filter.parentId(), run.parentId()))
                .filter(run -> matches(filter.trigger(), run.trigger()))
                .filter(run -> filter.text() == null
                        || Objects.requireNonNullElse(run.error(), "").contains(filter.text()))
                .filter(run -> filter.from() == null || !run.createdAt().isBefore(filter.from()))
                .filter(run -> filter.to() == null || run.createdAt().isBefore(filter.to()))
                .filter(run -> filter.before() == null || run.id() < filter.before())
                .limit(filter.limit())
                .toList();
    }

    private static boolean matches(Object wanted, Object value) {
        return wanted == null || wanted.equals(value);
    }

    @Override
    public JobRun cancel(long id, String by) {
        return changed(id, run -> run.status().finished() ? run : change(id, JobStatus.CANCELLED, 0, null, by));
    }

    @Override
    public JobRun retry(long id, String by) {
        return changed(id, run -> {
            if (!run.status().finished()) {
                throw new SyncTrackerException("Run " + id + " has not ended yet.");
            }
            return add(new JobRequest(
                    run.service(),
                    run.action(),
                    run.targetType(),
                    run.targetId(),
                    run.payload(),
                    run.key(),
                    Overlap.WAIT,
                    JobTrigger.RETRY,
                    by,
                    0,
                    null,
                    id));
        });
    }

    private JobRun changed(long id, UnaryOperator<JobRun> change) {
        JobRun run = runs.get(id);
        if (run == null) {
            throw new UnknownRunException(id);
        }
        return change.apply(run);
    }

    @Override
    public Optional<Instant> lastSuccess(String service, String action, String targetId) {
        return Optional.empty();
    }

    @Override
    public JobQueue queue() {
        return new JobQueue("memory", 2, 1, Duration.ofSeconds(3), List.of(new JobQueue.Node("node-1", 1)));
    }

    @Override
    public long cleanup(Duration retention) {
        return 0;
    }
}
