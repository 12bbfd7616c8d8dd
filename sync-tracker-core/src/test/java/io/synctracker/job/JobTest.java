package io.synctracker.job;

import io.synctracker.model.KeyRing;
import io.synctracker.store.Dialect;
import io.synctracker.store.SchemaMigration;
import io.synctracker.store.TableNames;
import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Host;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A suite that runs on each database in turn, with one process of jobs and time that can be moved. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JobTest {

    static final KeyRing KEYS = KeyRing.of("k1", Map.of("k1", Host.KEY));
    static final JobRequest SYNC = JobRequest.of("whm", "sync");

    final MovedClock clock = new MovedClock();
    final RecordingJob sync = new RecordingJob("sync");
    final RecordingJob other = new RecordingJob("other");
    final List<Object> events = new CopyOnWriteArrayList<>();
    private final Vendor vendor;
    private @Nullable TestDatabase opened;
    JdbcTemplate jdbc;
    Dialect dialect;
    TransactionTemplate transactions;
    Node node;
    volatile Consumer<Object> listener = event -> {};
    volatile Optional<JobTimerOwner> owner = Optional.empty();

    JobTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeAll
    void open() {
        TestDatabase database = TestDatabase.of(vendor);
        opened = database;
        jdbc = new JdbcTemplate(database.dataSource());
        dialect = Dialect.of(database.dataSource(), TableNames.DEFAULT);
        new SchemaMigration(database.dataSource(), dialect, null).migrate();
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    }

    @BeforeEach
    void clear() {
        List.of("sync_jobs", "sync_runs", "sync_run_attempts", "sync_run_positions")
                .forEach(table -> jdbc.update("delete from " + table));
        clock.reset();
        sync.forget();
        other.forget();
        events.clear();
        listener = event -> {};
        owner = Optional.empty();
        node = new Node(parts("one", clock, KEYS));
    }

    @AfterAll
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    TestDatabase database() {
        return Objects.requireNonNull(opened);
    }

    JobParts parts(String name, Clock time, KeyRing keys) {
        JobSettings settings = JobSettings.DEFAULT
                .withNodeName(name)
                .withPollInterval(Duration.ofMillis(50))
                .withShutdownTimeout(Duration.ofMillis(200));
        return new JobParts(
                new JobStore(
                        database().dataSource(),
                        Objects.requireNonNull(transactions.getTransactionManager()),
                        dialect,
                        keys),
                () -> List.of(sync, other),
                List::of,
                () -> owner,
                event -> {
                    events.add(event);
                    listener.accept(event);
                },
                time,
                settings);
    }

    SyncJobs jobs() {
        return node.jobs();
    }

    /** Enqueues a run of the recording job and turns the crank. */
    JobRun run(JobRequest request) {
        JobRun run = jobs().enqueue(request);
        node.turn();
        return now(run);
    }

    /** Returns a run as it is now. */
    JobRun now(JobRun run) {
        return jobs().find(run.id()).orElseThrow();
    }

    /** Lets time pass and turns the crank. */
    void later(Duration time) {
        clock.advance(time);
        node.turn();
    }

    long count(String table) {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class));
    }
}
