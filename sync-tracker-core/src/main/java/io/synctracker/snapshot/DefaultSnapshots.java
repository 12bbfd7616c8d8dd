package io.synctracker.snapshot;

import io.synctracker.SyncStatus;
import io.synctracker.connector.StreamBinding;
import io.synctracker.job.JobFinished;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.SyncJob;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Knows every snapshot's jobs by service and action. */
final class DefaultSnapshots implements Snapshots {

    private final SnapshotParts parts;
    private final Map<String, Mutation<?>> jobs = new ConcurrentHashMap<>();

    DefaultSnapshots(SnapshotParts parts) {
        this.parts = parts;
    }

    @Override
    public <T, ID> SyncedRepository<T, ID> repository(StreamBinding<T> binding, RemoteGateway gateway) {
        StreamBinding<T> keeping = Snapshots.keeping(binding, parts.clock());
        Snapshot<T> snapshot = new Snapshot<>(keeping, parts.models().mappingOf(binding.type()), gateway);
        SnapshotQueries<T> queries = new SnapshotQueries<>(snapshot, parts.entityManagerFactory());
        LocalRows<T> rows = new LocalRows<>(snapshot, parts);
        Stream.of(new Creation<>(snapshot, rows), new Update<>(snapshot, rows), new Removal<>(snapshot, rows))
                .forEach(job -> {
                    if (jobs.putIfAbsent(name(job.service(), job.action()), job) != null) {
                        throw new InvalidSnapshotException("There is a snapshot of " + snapshot.model() + " in "
                                + snapshot.system() + " already. Make one and share it.");
                    }
                });
        return new DefaultSyncedRepository<>(snapshot, parts, queries, rows, null);
    }

    @Override
    public Optional<SyncJob> find(String service, String action) {
        return Optional.ofNullable(jobs.get(name(service, action)));
    }

    private static String name(String service, String action) {
        return service + " " + action;
    }

    @Override
    public void finished(JobFinished event) {
        JobRun run = event.run();
        Mutation<?> job = jobs.get(name(run.service(), run.action()));
        String id = run.targetId();
        if (job == null || id == null) {
            return;
        }
        if (run.status() == JobStatus.FAILED || run.status() == JobStatus.CANCELLED) {
            String reason = "Run " + run.id() + ": " + (run.error() == null ? run.status() : run.error());
            job.rows.note(id, state -> {
                // The next run of the row may have ended before this one is told of.
                if (state.status() == SyncStatus.PENDING
                        || Mutation.lastTryFailed(run.id()).equals(state.error())) {
                    state.markFailed(reason);
                }
            });
        }
    }
}
