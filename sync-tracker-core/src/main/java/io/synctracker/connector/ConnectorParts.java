package io.synctracker.connector;

import io.synctracker.model.EntityModels;
import io.synctracker.model.KeyRing;
import io.synctracker.model.PayloadCodec;
import io.synctracker.store.Dialect;
import io.synctracker.tracking.SyncTracker;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What pulling needs of the application.
 *
 * @param entityManagerFactory where the tracked entities are mapped
 * @param transactionManager the transactions of that factory
 * @param dataSource its database, which has the library's tables
 * @param dialect the database's dialect
 * @param models the tracked classes of that factory
 * @param codec writes what is kept
 * @param keys encrypts the secrets of stored connections
 * @param tracker marks what was applied
 * @param clock tells the time that records are compared with
 * @param publisher is told events, after the commit
 */
public record ConnectorParts(
        EntityManagerFactory entityManagerFactory,
        PlatformTransactionManager transactionManager,
        DataSource dataSource,
        Dialect dialect,
        EntityModels models,
        PayloadCodec codec,
        KeyRing keys,
        SyncTracker tracker,
        Clock clock,
        ApplicationEventPublisher publisher) {}
