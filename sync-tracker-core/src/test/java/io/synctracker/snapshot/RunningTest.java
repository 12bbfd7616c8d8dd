package io.synctracker.snapshot;

import io.synctracker.connector.Connections;
import io.synctracker.connector.ConnectorBeans;
import io.synctracker.connector.ConnectorEngine;
import io.synctracker.connector.ConnectorParts;
import io.synctracker.connector.Deletion;
import io.synctracker.job.JobEngine;
import io.synctracker.job.JobFinished;
import io.synctracker.job.JobParts;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobSettings;
import io.synctracker.job.JobStore;
import io.synctracker.job.JobTimerOwner;
import io.synctracker.job.SyncJobs;
import io.synctracker.model.KeyRing;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Host;
import io.synctracker.testing.TickingClock;
import io.synctracker.testing.Until;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Mailboxes over the engines that run jobs and pull, with time that a test moves. */
abstract class RunningTest extends SnapshotTest {

    private static final KeyRing KEYS = KeyRing.of("k1", Map.of("k1", Host.KEY));

    TickingClock clock;
    volatile @Nullable JobTimerOwner timerOwner;
    JobEngine engine;
    private ConnectorEngine connectors;

    RunningTest(Vendor vendor) {
        super(vendor);
    }

    @BeforeEach
    void startEngine() {
        clock = new TickingClock(NOW);
        timerOwner = null;
        List.of(
                        "sync_jobs",
                        "sync_run_attempts",
                        "sync_run_positions",
                        "sync_runs",
                        "sync_remote_records",
                        "sync_schedules",
                        "sync_schedule_connections")
                .forEach(table -> host.jdbc().update("delete from " + table));
        binding = binding.withDeletion(Deletion.FULL_PASS);
        connectors = ConnectorEngine.of(
                new ConnectorParts(
                        host.entityManagerFactory(),
                        host.transactionManager(),
                        host.dataSource(),
                        host.dialect(),
                        host.models(),
                        host.codec(),
                        KEYS,
                        host.tracker(),
                        clock,
                        host.events::add),
                new ConnectorBeans(List.of(company), List.of(binding), List.of(), List.of(), Map.of()),
                () -> engine.jobs());
        engine = JobEngine.of(new JobParts(
                new JobStore(host.dataSource(), host.transactionManager(), host.dialect(), KEYS),
                List::of,
                () -> List.of(snapshots, connectors.source()),
                () -> Optional.ofNullable(timerOwner),
                event -> snapshots.finished((JobFinished) event),
                clock,
                JobSettings.DEFAULT
                        .withPollInterval(Duration.ofMillis(50))
                        .withHeartbeat(Duration.ofHours(10), 6)
                        .withShutdownTimeout(Duration.ofSeconds(1))));
        snapshots = Snapshots.of(new SnapshotParts(
                host.entityManagerFactory(),
                host.transactionManager(),
                host.models(),
                host.tracker(),
                engine::jobs,
                this::connections,
                clock));
        mailboxes = snapshots.repository(binding, company);
        engine.start();
    }

    @AfterEach
    void stopEngine() {
        engine.close();
    }

    @Override
    Connections connections() {
        return connectors.connections();
    }

    SyncJobs jobs() {
        return engine.jobs();
    }

    JobRun ended(JobRun run) {
        Until.holds(() -> jobs().find(run.id()).orElseThrow().status().finished());
        return jobs().find(run.id()).orElseThrow();
    }
}
