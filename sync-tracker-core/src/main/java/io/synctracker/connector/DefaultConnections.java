package io.synctracker.connector;

import io.synctracker.SyncTrackerException;
import io.synctracker.job.JobRequest;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobTrigger;
import io.synctracker.job.SyncJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** The connections, over the registry and its table. */
final class DefaultConnections implements Connections {

    /** Somebody waits for what was not started by a clock. */
    private static final int ASKED_FOR = 10;

    private static final int MAX_OWNER = 100;

    private final Registry registry;
    private final ConnectionRows rows;
    private final Secrets secrets;
    private final Clock clock;
    private final Supplier<SyncJobs> jobs;

    DefaultConnections(Registry registry, ConnectionRows rows, Secrets secrets, Clock clock, Supplier<SyncJobs> jobs) {
        this.registry = registry;
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
        this.jobs = jobs;
    }

    @Override
    public List<Connection> all() {
        List<Connection> all = new ArrayList<>();
        registry.declared().values().forEach(live -> all.add(declared(live)));
        rows.all().stream()
                .filter(row -> !registry.declared().containsKey(row.name()))
                .forEach(row -> all.add(stored(row)));
        all.sort(Comparator.comparing(Connection::name));
        return all;
    }

    @Override
    public Optional<Connection> find(String name) {
        Live live = registry.declared().get(name);
        return live == null ? rows.find(name).map(this::stored) : Optional.of(declared(live));
    }

    private static Connection declared(Live live) {
        Connector connector = live.connector();
        return new Connection(
                connector.name(), live.kind(), true, false, connector.streams(), Map.of(), null, null, null);
    }

    private Connection stored(ConnectionRow row) {
        return new Connection(
                row.name(),
                row.kind(),
                row.enabled(),
                true,
                streams(row),
                secrets.masked(row.settings()),
                row.owner(),
                row.createdAt(),
                row.updatedAt());
    }

    /** A connection whose key or factory is missing is shown all the same, so that it can be corrected. */
    private List<String> streams(ConnectionRow row) {
        try {
            return registry.made(row).connector().streams();
        } catch (SyncTrackerException e) {
            return List.of();
        }
    }

    @Override
    public Connection create(ConnectionDraft draft, @Nullable String owner) {
        Registry.refuseBadName(draft.name());
        if (owner != null && owner.length() > MAX_OWNER) {
            throw new InvalidConnectionException("The owner of the connection '" + draft.name() + "' has "
                    + owner.length() + " characters; " + MAX_OWNER + " is the limit.");
        }
        if (registry.exists(draft.name())) {
            throw taken(draft.name());
        }
        ConnectionDraft complete = checked(draft, Map.of());
        try {
            rows.insert(complete, encoded(complete), owner);
        } catch (DuplicateKeyException e) {
            throw taken(draft.name());
        }
        return stored(row(draft.name()));
    }

    private static InvalidConnectionException taken(String name) {
        return new InvalidConnectionException(
                "The name '" + name + "' is taken by another connection. Choose another, or change that one.");
    }

    @Override
    public Connection update(ConnectionDraft draft) {
        ConnectionRow row = changeable(draft.name());
        if (!row.kind().equals(draft.kind())) {
            throw new InvalidConnectionException("The connection '" + draft.name() + "' is of the kind '" + row.kind()
                    + "' and cannot become '" + draft.kind() + "'. Delete it, and create another.");
        }
        ConnectionDraft complete = checked(draft, secrets.decoded(row.settings()));
        if (!rows.update(complete, encoded(complete), row.revision())) {
            throw new InvalidConnectionException("The connection '" + draft.name()
                    + "' was changed by somebody else at the same moment. Look at it, and change it again.");
        }
        return stored(row(draft.name()));
    }

    private ConnectionDraft checked(ConnectionDraft draft, Map<String, @Nullable Object> old) {
        ConnectorFactory factory = registry.factory(draft.name(), draft.kind());
        boolean elsewhere = factory.destinations().stream()
                .anyMatch(path -> !Objects.equals(Secrets.value(draft.settings(), path), Secrets.value(old, path)));
        ConnectionDraft complete = new ConnectionDraft(
                draft.name(),
                draft.kind(),
                draft.enabled(),
                Secrets.filled(draft.name(), factory.secrets(), draft.settings(), elsewhere ? Map.of() : old));
        registry.tryOut(complete);
        return complete;
    }

    private String encoded(ConnectionDraft draft) {
        Set<String> paths = registry.factory(draft.name(), draft.kind()).secrets();
        return secrets.encoded(draft.name(), paths, draft.settings());
    }

    private ConnectionRow row(String name) {
        return rows.find(name).orElseThrow(() -> new UnknownConnectionException(name, registry.names()));
    }

    private ConnectionRow changeable(String name) {
        if (registry.declared().containsKey(name)) {
            throw new InvalidConnectionException("The connection '" + name
                    + "' is declared by the application and cannot be changed here. Change its bean or its settings.");
        }
        return row(name);
    }

    @Override
    public void delete(String name) {
        changeable(name);
        rows.delete(name);
        registry.forget(name);
    }

    @Override
    public ConnectionTest test(String name) {
        Connector connector = registry.get(name).connector();
        Instant start = clock.instant();
        try {
            return connector.test();
        } catch (RuntimeException e) {
            String text = e instanceof SyncTrackerException ? ": " + e.getMessage() : "";
            return new ConnectionTest(
                    false,
                    "The test failed with " + e.getClass().getSimpleName() + text,
                    Duration.between(start, clock.instant()));
        }
    }

    @Override
    public JobRun pull(PullRequest request) {
        Live live = registry.get(request.connection());
        if (!live.enabled() && !request.force()) {
            throw new SyncTrackerException(
                    "The connection '" + request.connection() + "' is disabled. Enable it, then pull.");
        }
        Streams.of(request.connection(), request.stream(), live.connector().streams(), registry.bound(live));
        String stream = request.stream() == null ? "*" : request.stream();
        return jobs.get()
                .enqueue(JobRequest.of(request.connection(), PULL)
                        .withTarget("stream", stream)
                        .withPayload(PullPayload.of(request))
                        .withKey("connection:" + request.connection(), request.overlap())
                        .withTrigger(request.trigger(), request.requestedBy())
                        .withPriority(request.trigger() == JobTrigger.SCHEDULE ? 0 : ASKED_FOR)
                        .withSchedule(request.scheduleId()));
    }
}
