package io.synctracker.schedule;

import io.synctracker.connector.Connection;
import io.synctracker.connector.ConnectionDraft;
import io.synctracker.connector.ConnectionTest;
import io.synctracker.connector.Connections;
import io.synctracker.connector.FetchWindow;
import io.synctracker.connector.PullRequest;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.JobTimers;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Connections and timers that are rows, so that a transaction that rolls back takes them along. */
class Fleet implements Connections, JobTimers {

    private final Map<String, Connection> known = new TreeMap<>();
    private final Set<String> broken = new HashSet<>();
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Fleet(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        jdbc.execute("create table if not exists pulls (connection varchar(64), request varchar(400))");
        jdbc.execute("create table if not exists timers (id bigint primary key, rings_at varchar(40))");
        add("awin", true);
        add("cj", true);
    }

    void clear() {
        jdbc.update("delete from pulls");
        jdbc.update("delete from timers");
        jdbc.update("delete from sync_schedules");
        jdbc.update("delete from sync_schedule_connections");
        known.clear();
        broken.clear();
        add("awin", true);
        add("cj", true);
    }

    final void add(String name, boolean enabled) {
        known.put(
                name,
                new Connection(
                        name, "bean", enabled, false, List.of("campaigns", "coupons"), Map.of(), null, null, null));
    }

    void remove(String name) {
        known.remove(name);
    }

    /** Lets a connection's connector throw when it is asked. */
    void breakDown(String name) {
        broken.add(name);
    }

    /** Returns what was enqueued, such as {@code awin coupons 2026-03-01..2026-03-28 SCHEDULE eve}. */
    List<String> pulls() {
        return jdbc.queryForList("select request from pulls order by connection, request", String.class);
    }

    /** Returns when a schedule's timer rings, or {@code null} if it has none. */
    @Nullable
    String timer(long id) {
        return jdbc.queryForList("select rings_at from timers where id = ?", String.class, id).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public void set(long id, Instant at) {
        remove(id);
        jdbc.update("insert into timers (id, rings_at) values (?, ?)", id, at.toString());
    }

    @Override
    public void remove(long id) {
        jdbc.update("delete from timers where id = ?", id);
    }

    @Override
    public JobRun pull(PullRequest request) {
        FetchWindow window = request.window();
        String text = request.connection() + " " + request.stream()
                + (window == null ? "" : " " + window.from() + ".." + window.to()) + " " + request.trigger() + " "
                + request.requestedBy() + " " + request.overlap();
        jdbc.update("insert into pulls values (?, ?)", request.connection(), text);
        return run(request);
    }

    private JobRun run(PullRequest request) {
        return new JobRun(
                1,
                request.connection(),
                PULL,
                null,
                null,
                null,
                JobStatus.QUEUED,
                request.trigger(),
                request.requestedBy(),
                request.scheduleId(),
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                1,
                null,
                0,
                null,
                null,
                false,
                clock.instant(),
                null,
                null,
                null);
    }

    @Override
    public List<Connection> all() {
        return List.copyOf(known.values());
    }

    @Override
    public Optional<Connection> find(String name) {
        if (broken.contains(name)) {
            throw new IllegalStateException("a fault of its connector");
        }
        return Optional.ofNullable(known.get(name));
    }

    @Override
    public Connection create(ConnectionDraft draft, @Nullable String owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Connection update(ConnectionDraft draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ConnectionTest test(String name) {
        throw new UnsupportedOperationException();
    }
}
