package io.synctracker.connector;

import io.synctracker.job.JobAttempt;
import io.synctracker.job.JobFilter;
import io.synctracker.job.JobQueue;
import io.synctracker.job.JobRequest;
import io.synctracker.job.JobRun;
import io.synctracker.job.SyncJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes what was enqueued. */
final class RecordedJobs implements SyncJobs {

    final List<JobRequest> requests = new ArrayList<>();

    @Override
    public JobRun enqueue(JobRequest request) {
        requests.add(request);
        return new TestContext(requests.size()).run();
    }

    @Override
    public Optional<JobRun> find(long id) {
        return Optional.empty();
    }

    @Override
    public List<JobAttempt> attempts(long id) {
        return List.of();
    }

    @Override
    public List<JobRun> list(JobFilter filter) {
        return List.of();
    }

    @Override
    public JobRun cancel(long id, String by) {
        throw new AssertionError();
    }

    @Override
    public JobRun retry(long id, String by) {
        throw new AssertionError();
    }

    @Override
    public Optional<Instant> lastSuccess(String service, String action, String targetId) {
        return Optional.empty();
    }

    @Override
    public JobQueue queue() {
        throw new AssertionError();
    }

    @Override
    public long cleanup(Duration retention) {
        return 0;
    }
}
