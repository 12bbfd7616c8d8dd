package io.synctracker.tracking;

import io.synctracker.EntityRef;
import io.synctracker.SyncState;
import io.synctracker.model.EntityModels;
import io.synctracker.store.Dialect;
import io.synctracker.store.ShortTransactions;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What a tracker is made of.
 *
 * @param entityManagerFactory where the tracked entities are mapped
 * @param transactionManager the transactions of that factory
 * @param models the tracked classes of that factory
 * @param dialect the database's dialect
 * @param pending what running transactions have changed
 * @param publisher is told events, after the commit
 * @param signal is told which systems have new entries, after the commit
 */
public record TrackerParts(
        EntityManagerFactory entityManagerFactory,
        PlatformTransactionManager transactionManager,
        EntityModels models,
        Dialect dialect,
        PendingChanges pending,
        ApplicationEventPublisher publisher,
        Consumer<Set<String>> signal) {

    /** Makes the tracker. */
    public SyncTracker tracker() {
        SessionAccess sessions = new SessionAccess(entityManagerFactory, models, transactionManager);
        JdbcLinks links = new JdbcLinks(dialect);
        Bulk bulk = new Bulk(models, links, pending, backfill(sessions, links));
        return new DefaultSyncTracker(
                sessions,
                new Marks(dialect, links, pending),
                new Finder(models, links, pending),
                bulk,
                pending,
                new StateEvents(publisher, transactionManager));
    }

    /**
     * Reads where an entity stands in each system that knows it, by its name; of one that is deleted, where it stood.
     *
     * @param entity which entity
     * @return empty if no change of it was ever recorded
     */
    public Optional<List<SyncState>> states(EntityRef entity) {
        Finder finder = new Finder(models, new JdbcLinks(dialect), pending);
        return new SessionAccess(entityManagerFactory, models, transactionManager)
                .joined(session -> finder.recorded(session, entity));
    }

    private Backfill backfill(SessionAccess sessions, JdbcLinks links) {
        return new Backfill(sessions, transactionManager, dialect, links, signal);
    }

    /**
     * Enqueues an entity for a system that has not accepted it, unless an entry of it waits already.
     *
     * @param dataSource where the tables are
     * @param entity which entity
     * @param system which system
     */
    public void enqueue(DataSource dataSource, EntityRef entity, String system) {
        JdbcLinks links = new JdbcLinks(dialect);
        SessionAccess sessions = new SessionAccess(entityManagerFactory, models, transactionManager);
        new ShortTransactions(dataSource)
                .run(() -> new JdbcTemplate(dataSource).execute((ConnectionCallback<@Nullable Void>) connection -> {
                    backfill(sessions, links).enqueue(connection, entity, system);
                    return null;
                }));
    }
}
