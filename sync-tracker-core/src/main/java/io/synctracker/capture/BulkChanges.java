package io.synctracker.capture;

import io.synctracker.SyncTrackerException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The tracked tables that the running transaction has written past the capture, until a touch covers them. */
final class BulkChanges implements TransactionSynchronization {

    private static final Logger LOGGER = LoggerFactory.getLogger(BulkChanges.class);
    private static final Object KEY = BulkChanges.class;

    private final boolean fail;
    private final Set<Class<?>> uncovered = new HashSet<>();

    private BulkChanges(boolean fail) {
        this.fail = fail;
    }

    /** Notes a statement; speaks up before the commit, or at once where no transaction of Spring's runs. */
    static void found(Class<?> type, boolean fail) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            new BulkChanges(fail).speakUp(type);
            return;
        }
        BulkChanges changes = (BulkChanges) TransactionSynchronizationManager.getResource(KEY);
        if (changes == null) {
            changes = new BulkChanges(fail);
            TransactionSynchronizationManager.bindResource(KEY, changes);
            TransactionSynchronizationManager.registerSynchronization(changes);
        }
        changes.uncovered.add(type);
    }

    /** Notes that the entities of a class have been touched. */
    static void covered(Class<?> type) {
        BulkChanges changes = (BulkChanges) TransactionSynchronizationManager.getResource(KEY);
        if (changes != null) {
            changes.uncovered.removeIf(each -> each.isAssignableFrom(type) || type.isAssignableFrom(each));
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        uncovered.forEach(this::speakUp);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(KEY, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }

    private void speakUp(Class<?> type) {
        String message = "A bulk or native statement has written the table of " + type.getName()
                + ", which no change was recorded for. Call SyncTracker.touch(" + type.getSimpleName()
                + ".class, ids) in the same transaction, or change the entities themselves.";
        if (fail) {
            throw new SyncTrackerException(message);
        }
        LOGGER.warn("{}", message);
    }
}
