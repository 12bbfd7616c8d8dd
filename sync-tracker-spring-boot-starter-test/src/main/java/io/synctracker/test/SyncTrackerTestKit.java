package io.synctracker.test;

import io.synctracker.SyncState;
import io.synctracker.autoconfigure.SyncTrackerDatabase;
import io.synctracker.job.JobRun;
import io.synctracker.job.SyncJobs;
import io.synctracker.outbox.Outbox;
import io.synctracker.relay.Relay;
import io.synctracker.store.TableNames;
import io.synctracker.tracking.SyncTracker;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Delivers when a test says so, and tells what became of it. A bean of every application whose test is a
 * {@link SyncTrackerTest}. Thread-safe.
 */
public final class SyncTrackerTestKit {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Relay relay;
    private final Hindrances hindrances;
    private final SyncTracker tracker;
    private final TableNames tables;
    private final JdbcTemplate jdbc;
    private final RecordingTargets targets;
    private final SyncJobs jobs;

    SyncTrackerTestKit(
            Relay relay,
            Outbox outbox,
            SyncTracker tracker,
            SyncJobs jobs,
            SyncTrackerDatabase database,
            RecordingTargets targets) {
        this.relay = relay;
        this.hindrances = new Hindrances(outbox, tracker);
        this.tracker = tracker;
        this.jobs = jobs;
        this.tables = database.dialect().tables();
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.targets = targets;
    }

    /**
     * Delivers everything that waits, each entry once: also what waits for its next attempt, or for a circuit breaker.
     * An entry that is deferred again waits for the next call.
     *
     * @return how many entries were settled
     * @throws IllegalStateException if the test's own transaction has not ended, since nothing of it is there yet
     */
    public int deliverAll() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("This test's transaction has not been committed, so that nothing of it can"
                    + " be delivered. Remove @Transactional from the test, or call TestTransaction.end() first.");
        }
        makeAllDue();
        int settled = 0;
        for (int now = relay.runOnce(); now > 0; now = relay.runOnce()) {
            settled += now;
        }
        return settled;
    }

    /**
     * Delivers until a system holds an entity as it is, for at most ten seconds.
     *
     * @param entity the entity
     * @param system the system's name
     * @return where the entity stands then
     * @throws AssertionError if that does not happen; it says what is in the way
     */
    public SyncState awaitDelivered(Object entity, String system) {
        return awaitDelivered(entity, system, PATIENCE);
    }

    /**
     * Delivers until a system holds an entity as it is.
     *
     * @param entity the entity
     * @param system the system's name
     * @param timeout for how long at most
     * @return where the entity stands then
     * @throws AssertionError if that does not happen; it says what is in the way
     */
    public SyncState awaitDelivered(Object entity, String system, Duration timeout) {
        try {
            Awaitility.await()
                    .atMost(timeout)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .pollInSameThread()
                    .until(() -> {
                        deliverAll();
                        return tracker.isSynced(entity, system);
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(hindrances.of(entity, system, timeout), e);
        }
        return tracker.state(entity, system).orElseThrow();
    }

    /**
     * Returns a target that {@link SyncTrackerTest#recording()} names.
     *
     * @param name its name
     * @throws IllegalArgumentException if it does not name it
     */
    public RecordingTarget target(String name) {
        return targets.get(name);
    }

    /**
     * Waits until a run has ended, for at most ten seconds. Runs are done in the background, also in tests.
     *
     * @param run the run, as it was when it was enqueued
     * @return the run as it has ended, however it did
     * @throws AssertionError if it does not end, or there is no such run; it says how far it is
     */
    public JobRun awaitEnd(JobRun run) {
        try {
            return Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () -> jobs.find(run.id()).orElse(run),
                            now -> now.status().finished());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    jobs.find(run.id())
                            .map(now -> "Run " + now.id() + " of " + now.service() + "/" + now.action() + " is "
                                    + now.status() + " after " + PATIENCE + ": " + now.error())
                            .orElse("There is no run " + run.id() + "; was its transaction rolled back?"),
                    e);
        }
    }

    /**
     * Empties the library's tables of what goes out, what has run and what came in, and resets the recording targets, so
     * that tests which share an application do not see what others left. Stored connections and schedules stay.
     */
    public void clear() {
        Stream.concat(
                        Stream.of("run_positions", "run_attempts", "runs", "remote_records", "checkpoints")
                                .map(tables::named),
                        Stream.concat(
                                Stream.of("set_asides", "conflicts", "notices").map(tables::named),
                                Stream.of(tables.logs(), tables.links(), tables.trackedEntities(), tables.targets())))
                .forEach(table -> jdbc.update("delete from " + table));
        // The other tasks are the timers of schedules, which stay.
        jdbc.update("delete from " + tables.named("jobs") + " where task_name = 'sync-run'");
        targets.reset();
    }

    private void makeAllDue() {
        jdbc.update("update " + tables.logs() + " set next_attempt_at = created_at"
                + " where sync_status = 'pending' and next_attempt_at > created_at");
        jdbc.update("update " + tables.targets() + " set failures = 0, open_until = null where open_until is not null");
    }
}
