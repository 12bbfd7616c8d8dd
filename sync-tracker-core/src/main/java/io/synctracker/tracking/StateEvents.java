package io.synctracker.tracking;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Publishes events after the commit, and not at all after a rollback. A listener cannot break the work. */
final class StateEvents {

    private static final Logger LOGGER = LoggerFactory.getLogger(StateEvents.class);

    private final ApplicationEventPublisher publisher;

    StateEvents(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
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

    private void publish(Object event) {
        try {
            publisher.publishEvent(event);
        } catch (RuntimeException e) {
            LOGGER.warn(
                    "A listener failed on {}; the mark stands", event.getClass().getSimpleName(), e);
        }
    }
}
