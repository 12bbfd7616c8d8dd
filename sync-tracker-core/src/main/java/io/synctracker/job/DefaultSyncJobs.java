package io.synctracker.job;

import io.synctracker.SyncTrackerException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs, as the application and a person see them. */
final class DefaultSyncJobs implements SyncJobs {

    private final Workshop workshop;

    DefaultSyncJobs(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public JobRun enqueue(JobRequest request) {
        SyncJob job = workshop.catalog().get(request.service(), request.action());
        SealedPayload payload = SealedPayload.of(request, workshop.sensitive(), workshop.keys());
        return workshop.transactions().call(() -> insert(request, payload, job.policy()));
    }

    private JobRun insert(JobRequest request, SealedPayload payload, JobPolicy policy) {
        Instant now = workshop.now();
        String key = request.key();
        String skipped = key == null || request.overlap() == Overlap.WAIT
                ? null
                : workshop.runs().firstOpen(key).map(RunStates::skipped).orElse(null);
        long id = workshop.runs().insert(request, payload, policy.maxAttempts(), now, skipped);
        if (skipped == null) {
            workshop.alarms().add(id, request.priority(), now);
            workshop.transactions().afterCommit(workshop::ring);
        }
        return enqueued(id, request, payload, policy, now, skipped);
    }

    /** As it would be read back, which at the level serializable could make two transactions clash. */
    private static JobRun enqueued(
            long id,
            JobRequest request,
            SealedPayload payload,
            JobPolicy policy,
            Instant now,
            @Nullable String skipped) {
        return new JobRun(
                id,
                request.service(),
                request.action(),
                request.targetType(),
                request.targetId(),
                request.key(),
                skipped == null ? JobStatus.QUEUED : JobStatus.CANCELLED,
                request.trigger(),
                request.requestedBy(),
                request.scheduleId(),
                request.parentId(),
                Collections.unmodifiableMap(payload.shown()),
                Map.of(),
                Map.of(),
                0,
                policy.maxAttempts(),
                null,
                0,
                null,
                skipped,
                false,
                now,
                skipped == null ? now : null,
                null,
                skipped == null ? null : now);
    }

    @Override
    public Optional<JobRun> find(long id) {
        return workshop.runs().find(id);
    }

    private JobRun get(long id) {
        return find(id).orElseThrow(() -> new UnknownRunException(id));
    }

    @Override
    public List<JobAttempt> attempts(long id) {
        return workshop.runs().attempts(id);
    }

    @Override
    public List<JobRun> list(JobFilter filter) {
        return workshop.search().list(filter);
    }

    /** A run may begin, or be given back, between the two statements: then it is as the first one needs it once more. */
    @Override
    public JobRun cancel(long id, @Nullable String by) {
        return workshop.transactions().call(() -> {
            boolean done = cancelOnce(id, by);
            if (!done) {
                done = cancelOnce(id, by);
            }
            JobRun run = get(id);
            if (done && run.status().finished()) {
                workshop.alarms().remove(id);
                workshop.transactions().afterCommit(() -> workshop.ended(run));
            }
            return run;
        });
    }

    private boolean cancelOnce(long id, @Nullable String by) {
        return workshop.states().cancelWaiting(id, by, workshop.now())
                || workshop.states().askToStop(id, by, workshop.now());
    }

    @Override
    public JobRun retry(long id, @Nullable String by) {
        return workshop.transactions().call(() -> {
            RunRow row = workshop.runs().row(id).orElseThrow(() -> new UnknownRunException(id));
            JobRun old = row.run();
            if (!old.status().finished()) {
                throw new SyncTrackerException("Run " + id + " is " + old.status()
                        + " and cannot be retried. Wait until it has ended, or cancel it.");
            }
            JobRun child = enqueue(request(old, payload(row), by, row.priority()));
            if (old.status() != JobStatus.SUCCESS) {
                workshop.positions().copy(id, child.id());
            }
            return child;
        });
    }

    private Map<String, @Nullable Object> payload(RunRow row) {
        if (row.masked() && row.sealedPayload() == null) {
            throw new SyncTrackerException(
                    "Run " + row.run().id() + " cannot be retried: the sensitive values of its payload"
                            + " were removed when it succeeded. Enqueue a new one with them.");
        }
        return SealedPayload.open(row, workshop.keys());
    }

    private static JobRequest request(
            JobRun old, Map<String, @Nullable Object> payload, @Nullable String by, int priority) {
        return new JobRequest(
                old.service(),
                old.action(),
                old.targetType(),
                old.targetId(),
                payload,
                old.key(),
                Overlap.WAIT,
                JobTrigger.RETRY,
                by,
                priority,
                old.scheduleId(),
                old.id());
    }

    @Override
    public Optional<Instant> lastSuccess(String service, String action, @Nullable String targetId) {
        return workshop.search().lastSuccess(service, action, targetId);
    }

    @Override
    public JobQueue queue() {
        return workshop.queue().look(workshop.now(), workshop.self());
    }

    @Override
    public long cleanup(Duration retention) {
        return workshop.cleanup().clean(retention, workshop.now());
    }
}
