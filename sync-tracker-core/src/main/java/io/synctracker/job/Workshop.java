package io.synctracker.job;

import io.synctracker.model.KeyRing;
import io.synctracker.store.ShortTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the parts of an engine share. Immutable and thread-safe. */
final class Workshop {

    private static final Logger LOGGER = LoggerFactory.getLogger(Workshop.class);

    private final Clock clock;
    private final String node;
    private final KeyRing keys;
    private final SensitiveKeys sensitive;
    private final JobCatalog catalog;
    private final Runs runs;
    private final RunStates states;
    private final RunSearch search;
    private final RunQueue queue;
    private final RunCleanup cleanup;
    private final Positions positions;
    private final Alarms alarms;
    private final CallerTransactions transactions;
    private final ShortTransactions shortTransactions;
    private final FinishedRuns finished;
    private final Bell bell;

    /** How the engine is told that something is due, and whether it listens. */
    record Bell(Runnable ring, BooleanSupplier isHeard) {}

    Workshop(JobParts parts, Alarms alarms, Bell bell) {
        JobStore store = parts.store();
        this.alarms = alarms;
        this.bell = bell;
        clock = parts.clock();
        node = parts.settings().nodeName();
        keys = store.keys();
        sensitive = SensitiveKeys.of(parts.settings().sensitiveKeys());
        catalog = new JobCatalog(parts.jobs(), parts.sources());
        NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(store.dataSource());
        JobSql sql = new JobSql(store.dialect());
        runs = new Runs(jdbc, sql);
        states = new RunStates(jdbc, sql, node);
        search = new RunSearch(jdbc, sql);
        queue = new RunQueue(jdbc, sql);
        positions = new Positions(jdbc, sql);
        shortTransactions = new ShortTransactions(store.dataSource());
        cleanup = new RunCleanup(jdbc, sql, shortTransactions);
        transactions = new CallerTransactions(store.dataSource(), store.transactionManager());
        finished = new FinishedRuns(parts.publisher());
    }

    /** Returns this moment, as exactly as databases keep it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    KeyRing keys() {
        return keys;
    }

    SensitiveKeys sensitive() {
        return sensitive;
    }

    JobCatalog catalog() {
        return catalog;
    }

    Runs runs() {
        return runs;
    }

    RunStates states() {
        return states;
    }

    RunSearch search() {
        return search;
    }

    RunQueue queue() {
        return queue;
    }

    RunCleanup cleanup() {
        return cleanup;
    }

    Positions positions() {
        return positions;
    }

    Alarms alarms() {
        return alarms;
    }

    CallerTransactions transactions() {
        return transactions;
    }

    ShortTransactions shortTransactions() {
        return shortTransactions;
    }

    /** Lets this process look at once for what is due. */
    void ring() {
        bell.ring().run();
    }

    /** Returns this process, if it runs jobs. */
    Optional<String> self() {
        return bell.isHeard().getAsBoolean() ? Optional.of(node) : Optional.empty();
    }

    /** Tells of a run that has ended, and wakes the next one of its key. Outside of any transaction. */
    void ended(JobRun run) {
        try {
            wakeNext(run.key());
        } catch (RuntimeException e) {
            LOGGER.warn("Cannot wake the run that waits for run {}; it will look by itself", run.id(), e);
        }
        finished.tell(run);
    }

    private void wakeNext(@Nullable String key) {
        if (key == null) {
            return;
        }
        Instant now = now();
        runs.firstOpen(key)
                .flatMap(runs::find)
                .filter(next -> next.dueAt() != null && !next.dueAt().isAfter(now))
                .ifPresent(next -> {
                    wake(next.id());
                });
    }

    /** Lets the alarm of a run that waits ring now. Outside of any transaction. */
    void wake(long run) {
        shortTransactions.run(() -> alarms.move(run, now()));
        ring();
    }
}
