package io.synctracker.tracking;

import static java.util.Objects.requireNonNull;

import io.synctracker.EntityRef;
import io.synctracker.model.EntityMapping;
import io.synctracker.model.EntityModels;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.util.function.Function;
import org.hibernate.FlushMode;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.proxy.HibernateProxy;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the session of the running transaction, and begins one where there is none. */
final class SessionAccess {

    private static final int MAX_ATTEMPTS = 10;

    private final EntityManagerFactory entityManagerFactory;
    private final EntityModels models;
    private final TransactionTemplate transactions;

    SessionAccess(
            EntityManagerFactory entityManagerFactory,
            EntityModels models,
            PlatformTransactionManager transactionManager) {
        this.entityManagerFactory = entityManagerFactory;
        this.models = models;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /**
     * Runs work in the caller's transaction, after a flush, or in a new one. A new one that the database ends because it
     * met another that wanted the same external id is begun again; within the caller's the caller decides.
     */
    <R extends @Nullable Object> R flushed(Function<SessionImplementor, R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return joined(session -> {
                    flush(session);
                    return work.apply(session);
                });
            } catch (PessimisticLockingFailureException e) {
                if (isRunning() || attempt == MAX_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Runs work in the caller's transaction or a new one. What the work throws does not mark the caller's transaction
     * for rollback: the caller decides.
     */
    <R extends @Nullable Object> R joined(Function<SessionImplementor, R> work) {
        return isRunning() ? work.apply(session()) : transactions.execute(status -> work.apply(session()));
    }

    private boolean isRunning() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.hasResource(entityManagerFactory);
    }

    /** A transaction that has asked for no flushes, such as a read-only one, gets none. */
    static void flush(SessionImplementor session) {
        if (session.getHibernateFlushMode() != FlushMode.MANUAL) {
            session.flush();
        }
    }

    private SessionImplementor session() {
        EntityManager entityManager =
                requireNonNull(EntityManagerFactoryUtils.getTransactionalEntityManager(entityManagerFactory));
        return entityManager.unwrap(SessionImplementor.class);
    }

    static <R> R connected(SharedSessionContractImplementor session, Function<Connection, R> work) {
        // What is batched and not sent yet must be in the database before what we write about it.
        session.getJdbcCoordinator().executeBatch();
        return session.doReturningWork(work::apply);
    }

    /**
     * Returns how an entity is named.
     *
     * @throws InvalidMarkException if it is not saved yet
     */
    EntityRef ref(SessionImplementor session, Object entity) {
        EntityMapping mapping = models.mappingOf(entity);
        if (entity instanceof HibernateProxy proxy) {
            return mapping.ref(proxy.getHibernateLazyInitializer().getInternalIdentifier());
        }
        Object id = session.getContextEntityIdentifier(entity);
        if (id == null && !mapping.isUnsaved(entity, session)) {
            id = mapping.idOf(entity);
        }
        if (id == null) {
            throw new InvalidMarkException(
                    "A " + mapping.name() + " that is not saved cannot be marked. Save it first, then mark it.", null);
        }
        return mapping.ref(id);
    }
}
