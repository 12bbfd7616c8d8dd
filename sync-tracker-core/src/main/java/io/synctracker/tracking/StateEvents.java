package io.synctracker.tracking;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes events after the commit, and not at all after a rollback. A listener cannot break the work. */
final class StateEvents {

    private static final Logger LOGGER = LoggerFactory.getLogger(StateEvents.class);

    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate outside;

    StateEvents(ApplicationEventPublisher publisher, PlatformTransactionManager transactionManager) {
        this.publisher = publisher;
        outside = new TransactionTemplate(transactionManager);
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** Publishes an event once the running transaction has committed. */
    void afterCommit(Object event) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    publish(event);
                }
            }
        });
    }

    /** The committed transaction is still bound to the thread; what a listener wrote in it would be lost silently. */
    private void publish(Object event) {
        try {
            outside.executeWithoutResult(status -> publisher.publishEvent(event));
        } catch (RuntimeException e) {
            LOGGER.warn(
                    "A listener failed on {}; the mark stands", event.getClass().getSimpleName(), e);
        }
    }
}
