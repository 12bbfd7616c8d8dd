package io.synctracker.connector;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes events once the running transaction has committed. A listener cannot break the work. */
final class AfterCommit {

    private static final Logger LOGGER = LoggerFactory.getLogger(AfterCommit.class);

    private AfterCommit() {}

    static void publish(ConnectorParts parts, Object event) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    publishOutside(parts, event);
                }
            }
        });
    }

    /** The committed transaction is still bound to the thread; what a listener wrote in it would be lost silently. */
    private static void publishOutside(ConnectorParts parts, Object event) {
        try {
            TransactionTemplate outside = new TransactionTemplate(parts.transactionManager());
            outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
            outside.executeWithoutResult(status -> parts.publisher().publishEvent(event));
        } catch (RuntimeException e) {
            LOGGER.warn(
                    "A listener failed on {}; what was pulled stands",
                    event.getClass().getSimpleName(),
                    e);
        }
    }
}
