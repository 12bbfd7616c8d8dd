package io.synctracker.job;

import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The transaction of the caller, and what comes after it. Thread-safe. */
final class CallerTransactions {

    private static final Logger LOGGER = LoggerFactory.getLogger(CallerTransactions.class);

    private final DataSource dataSource;
    private final TransactionTemplate own;
    private final TransactionTemplate outside;

    CallerTransactions(DataSource dataSource, PlatformTransactionManager manager) {
        this.dataSource = dataSource;
        own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
        outside = new TransactionTemplate(manager);
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** Returns whether the thread is in a transaction on the database, whoever began it. */
    boolean isActive() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.hasResource(dataSource);
    }

    /** Works in the caller's transaction, or in one of its own if there is none. */
    <R> R call(Supplier<R> work) {
        return isActive() ? work.get() : Objects.requireNonNull(own.execute(status -> work.get()));
    }

    /**
     * Does something once the caller's transaction has committed, outside of any; at once if there is none. Whatever it
     * throws is logged, for what was committed stands.
     */
    void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    runOutside(work);
                }
            }
        });
    }

    /** The committed transaction is still bound to the thread; what was written in it would be lost silently. */
    private void runOutside(Runnable work) {
        try {
            outside.executeWithoutResult(status -> work.run());
        } catch (RuntimeException e) {
            LOGGER.warn("What follows a commit has failed; the commit stands", e);
        }
    }
}
