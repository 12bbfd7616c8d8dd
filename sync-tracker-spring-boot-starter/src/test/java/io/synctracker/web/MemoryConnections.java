package io.synctracker.web;

import io.synctracker.SyncTrackerException;
import io.synctracker.connector.Connection;
import io.synctracker.connector.ConnectionDraft;
import io.synctracker.connector.ConnectionTest;
import io.synctracker.connector.Connections;
import io.synctracker.connector.InvalidConnectionException;
import io.synctracker.connector.PullRequest;
import io.synctracker.connector.UnknownConnectionException;
import io.synctracker.job.JobRequest;
import io.synctracker.job.JobRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Connections in memory, that mask what is called a token; what is pulled becomes a run in memory. */
final class MemoryConnections implements Connections {

    private final Map<String, Connection> connections = new TreeMap<>();
    final List<PullRequest> pulls = new ArrayList<>();
    final List<Object> transactions = new ArrayList<>();
    private final MemoryJobs jobs;

    MemoryConnections(MemoryJobs jobs) {
        this.jobs = jobs;
    }

    void clear() {
        connections.clear();
        pulls.clear();
        transactions.clear();
        declare("awin", true);
        declare("tradedoubler", true);
        declare("sleeping", false);
    }

    private void declare(String name, boolean enabled) {
        connections.put(
                name,
                new Connection(
                        name, "bean", enabled, false, List.of("campaigns", "coupons"), Map.of(), null, null, null));
    }

    @Override
    public List<Connection> all() {
        return List.copyOf(connections.values());
    }

    @Override
    public Optional<Connection> find(String name) {
        return Optional.ofNullable(connections.get(name));
    }

    @Override
    public Connection create(ConnectionDraft draft, String owner) {
        if (!draft.settings().containsKey("url")) {
            throw new InvalidConnectionException("The connection '" + draft.name() + "' has no url. Give it one.");
        }
        Map<String, Object> masked = new HashMap<>(draft.settings());
        masked.computeIfPresent("token", (key, value) -> "***");
        Connection connection = new Connection(
                draft.name(),
                draft.kind(),
                draft.enabled(),
                true,
                List.of("campaigns"),
                masked,
                owner,
                MemoryJobs.START,
                MemoryJobs.START);
        connections.put(draft.name(), connection);
        return connection;
    }

    @Override
    public Connection update(ConnectionDraft draft) {
        return create(draft, known(draft.name()).owner());
    }

    @Override
    public void delete(String name) {
        connections.remove(known(name).name());
    }

    @Override
    public ConnectionTest test(String name) {
        return new ConnectionTest(known(name).enabled(), "401 Unauthorized", Duration.ofMillis(12));
    }

    @Override
    public JobRun pull(PullRequest request) {
        if (!known(request.connection()).enabled()) {
            throw new SyncTrackerException("The connection is disabled.");
        }
        pulls.add(request);
        transactions.add(TransactionSynchronizationManager.getResourceMap().values().stream()
                .filter(ConnectionHolder.class::isInstance)
                .findFirst()
                .orElse(null));
        return jobs.enqueue(JobRequest.of(request.connection(), PULL)
                .withTrigger(request.trigger(), request.requestedBy())
                .withSchedule(request.scheduleId()));
    }

    private Connection known(String name) {
        return find(name).orElseThrow(() -> new UnknownConnectionException(name, connections.keySet()));
    }
}
