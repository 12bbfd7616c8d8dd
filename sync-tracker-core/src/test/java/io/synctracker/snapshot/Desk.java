package io.synctracker.snapshot;

import io.synctracker.job.JobAttempt;
import io.synctracker.job.JobContext;
import io.synctracker.job.JobFilter;
import io.synctracker.job.JobFinished;
import io.synctracker.job.JobOutcome;
import io.synctracker.job.JobQueue;
import io.synctracker.job.JobRequest;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.SyncJobSource;
import io.synctracker.job.SyncJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Jobs that are run by hand, one try at a time, and may die at any {@code confirm()}. */
final class Desk implements SyncJobs {

    static final int MAX_ATTEMPTS = 3;
    static final Instant ENQUEUED = Instant.parse("2026-03-28T12:00:00Z");

    final List<JobRequest> requests = new ArrayList<>();
    final Map<String, Instant> successes = new HashMap<>();
    private final Map<Long, Map<String, String>> positions = new HashMap<>();
    private final Map<Long, Integer> attempts = new HashMap<>();
    private final Supplier<SyncJobSource> source;
    private int confirmsUntilDeath = Integer.MAX_VALUE;

    Desk(Supplier<SyncJobSource> source) {
        this.source = source;
    }

    /** Lets the process die when it says for the n-th time that it still has its run. */
    void dieAtConfirm(int number) {
        confirmsUntilDeath = number;
    }

    /** Runs one try. */
    JobOutcome work(JobRun run) throws Exception {
        JobRequest request = requests.get((int) run.id() - 1);
        attempts.merge(run.id(), 1, Integer::sum);
        return source.get()
                .find(request.service(), request.action())
                .orElseThrow()
                .run(new Try(run, request));
    }

    /** Tells what became of a run. */
    JobFinished finished(JobRun run, JobStatus status, @Nullable String error) {
        return new JobFinished(run(run.id(), requests.get((int) run.id() - 1), status, error));
    }

    private static JobRun run(long id, JobRequest request, JobStatus status, @Nullable String error) {
        return new JobRun(
                id,
                request.service(),
                request.action(),
                request.targetType(),
                request.targetId(),
                request.key(),
                status,
                request.trigger(),
                request.requestedBy(),
                request.scheduleId(),
                request.parentId(),
                request.payload(),
                Map.of(),
                Map.of(),
                0,
                MAX_ATTEMPTS,
                null,
                0,
                null,
                error,
                false,
                ENQUEUED,
                null,
                null,
                null);
    }

    @Override
    public JobRun enqueue(JobRequest request) {
        requests.add(request);
        return run(requests.size(), request, JobStatus.QUEUED, null);
    }

    @Override
    public Optional<Instant> lastSuccess(String service, String action, @Nullable String targetId) {
        return Optional.ofNullable(successes.get(service + " " + action + " " + targetId));
    }

    /** One try. */
    private final class Try implements JobContext {

        private final JobRun run;
        private final JobRequest request;
        private final Map<String, @Nullable String> noted = new HashMap<>();

        Try(JobRun run, JobRequest request) {
            this.run = run;
            this.request = request;
        }

        @Override
        public JobRun run() {
            return run;
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            return request.payload();
        }

        @Override
        public int attempt() {
            return attempts.get(run.id());
        }

        @Override
        public void proceed() {}

        @Override
        public void progress(long done, @Nullable Long total) {}

        @Override
        public void count(String name, long by) {}

        @Override
        public void confirm() {
            if (--confirmsUntilDeath == 0) {
                confirmsUntilDeath = Integer.MAX_VALUE;
                throw new IllegalStateException("the process is gone");
            }
            Map<String, String> known = positions.computeIfAbsent(run.id(), id -> new HashMap<>());
            noted.forEach((name, value) -> known.compute(name, (key, old) -> value));
        }

        @Override
        public Optional<String> position(String name) {
            return Optional.ofNullable(
                    positions.getOrDefault(run.id(), Map.of()).get(name));
        }

        @Override
        public void position(String name, @Nullable String value) {
            noted.put(name, value);
        }
    }

    @Override
    public Optional<JobRun> find(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<JobAttempt> attempts(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<JobRun> list(JobFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JobRun cancel(long id, @Nullable String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JobRun retry(long id, @Nullable String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JobQueue queue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long cleanup(Duration retention) {
        throw new UnsupportedOperationException();
    }
}
