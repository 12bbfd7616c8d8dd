package io.synctracker.snapshot;

import io.synctracker.connector.Connections;
import io.synctracker.job.SyncJobs;
import io.synctracker.model.EntityModels;
import io.synctracker.tracking.SyncTracker;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What snapshots are made of. Jobs and connections are asked for late, for they need the snapshots themselves.
 *
 * @param entityManagerFactory where the entities are mapped
 * @param transactionManager the transactions of that factory
 * @param models the tracked classes of that factory
 * @param tracker remembers where the entities stand
 * @param jobs runs the changes
 * @param connections pulls the rows
 * @param clock says what time it is
 */
public record SnapshotParts(
        EntityManagerFactory entityManagerFactory,
        PlatformTransactionManager transactionManager,
        EntityModels models,
        SyncTracker tracker,
        Supplier<SyncJobs> jobs,
        Supplier<Connections> connections,
        Clock clock) {}
