package io.synctracker.snapshot;

import static java.util.Objects.requireNonNull;

import io.synctracker.connector.Connections;
import io.synctracker.connector.PullRequest;
import io.synctracker.job.JobRequest;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobTrigger;
import io.synctracker.job.Overlap;
import io.synctracker.model.ContentHash;
import io.synctracker.model.JsonText;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads with queries, and writes by enqueueing jobs. */
final class DefaultSyncedRepository<T, ID> implements SyncedRepository<T, ID> {

    private static final String ALL_STREAMS = "*";
    private static final int MAX_KEY = 255;

    private final Snapshot<T> snapshot;
    private final SnapshotParts parts;
    private final SnapshotQueries<T> queries;
    private final LocalRows<T> rows;
    private final @Nullable String who;

    DefaultSyncedRepository(
            Snapshot<T> snapshot,
            SnapshotParts parts,
            SnapshotQueries<T> queries,
            LocalRows<T> rows,
            @Nullable String who) {
        this.snapshot = snapshot;
        this.parts = parts;
        this.queries = queries;
        this.rows = rows;
        this.who = who;
    }

    @Override
    public SyncedRepository<T, ID> by(@Nullable String person) {
        return new DefaultSyncedRepository<>(snapshot, parts, queries, rows, person);
    }

    @Override
    public SnapshotPage<T> list(Map<String, ?> filters, int page, int size) {
        return queries.page(filters, page, size);
    }

    @Override
    public Optional<T> find(ID id) {
        return queries.find(requireNonNull(id, "id"));
    }

    @Override
    public Stream<T> all() {
        return queries.all();
    }

    @Override
    public JobRun create(Map<String, ?> data) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put(Mutation.DATA, plain(data));
        return enqueue(request(Snapshot.Kind.CREATE, null).withPayload(payload));
    }

    @Override
    public JobRun update(ID id, Map<String, ?> data) {
        return mutate(Snapshot.Kind.UPDATE, id, data);
    }

    @Override
    public JobRun delete(ID id) {
        return mutate(Snapshot.Kind.DELETE, id, null);
    }

    /** The row waits from now on, in the transaction in which its run is enqueued. */
    private JobRun mutate(Snapshot.Kind kind, ID id, @Nullable Map<String, ?> data) {
        return requireNonNull(new TransactionTemplate(parts.transactionManager()).execute(status -> {
            T row = find(id).map(rows::locked)
                    .orElseThrow(() -> new UnknownRowException(
                            "There is no " + snapshot.model() + " with the id " + id + " here."));
            String text = snapshot.idText(row);
            Map<String, @Nullable Object> payload = new LinkedHashMap<>();
            payload.put(Mutation.ID, text);
            payload.put(Mutation.EXTERNAL_ID, externalId(row, text));
            if (data != null) {
                payload.put(Mutation.DATA, plain(data));
            }
            LocalRows.state(row).markPending();
            return enqueue(request(kind, text).withPayload(payload).withKey(key(text), Overlap.WAIT));
        }));
    }

    private String externalId(T row, String id) {
        return parts.tracker()
                .externalId(row, snapshot.system())
                .orElseThrow(() -> new UnknownRowException("The " + snapshot.model() + " with the id " + id
                        + " has no id in " + snapshot.system() + ". Sync first, or create it there."));
    }

    private String key(String id) {
        String key = snapshot.system() + ":" + snapshot.model() + ":" + id;
        return key.length() > MAX_KEY ? ContentHash.of(key) : key;
    }

    private JobRequest request(Snapshot.Kind kind, @Nullable String id) {
        return JobRequest.of(snapshot.system(), snapshot.action(kind))
                .withTarget(snapshot.model(), id)
                .withTrigger(trigger(), who);
    }

    private JobTrigger trigger() {
        return who == null ? JobTrigger.APPLICATION : JobTrigger.PERSON;
    }

    private JobRun enqueue(JobRequest request) {
        return parts.jobs().get().enqueue(request);
    }

    private static @Nullable Object plain(Map<String, ?> data) {
        return JsonText.plain(data);
    }

    @Override
    public JobRun syncNow() {
        return parts.connections()
                .get()
                .pull(PullRequest.of(snapshot.system())
                        .withStream(snapshot.binding().stream())
                        .withTrigger(trigger(), who));
    }

    @Override
    public Optional<Instant> lastSyncedAt() {
        return Stream.of(snapshot.binding().stream(), ALL_STREAMS)
                .flatMap(stream -> parts.jobs().get().lastSuccess(snapshot.system(), Connections.PULL, stream).stream())
                .max(Comparator.naturalOrder());
    }
}
