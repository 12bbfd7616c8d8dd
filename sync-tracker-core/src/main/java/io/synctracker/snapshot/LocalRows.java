package io.synctracker.snapshot;

import static java.util.Objects.requireNonNull;

import io.synctracker.connector.RemoteRecord;
import io.synctracker.job.JobContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what a job has learned into local rows, one transaction each. Every one ends with a look at whether the job still
 * has its run, so that of two processes that believe to have it, one can commit.
 */
final class LocalRows<T> {

    private final Snapshot<T> snapshot;
    private final SnapshotParts parts;
    private final EntityManager entities;
    private final TransactionTemplate transactions;

    LocalRows(Snapshot<T> snapshot, SnapshotParts parts) {
        this.snapshot = snapshot;
        this.parts = parts;
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(parts.entityManagerFactory());
        this.transactions = new TransactionTemplate(parts.transactionManager());
    }

    /** Returns the hash of the record that a row was made from: empty for no row, an empty text for one without a hash. */
    Optional<String> hash(String id) {
        return requireNonNull(transactions.execute(status -> find(id).map(row -> {
            String hash = state(row).contentHash();
            return hash == null ? "" : hash;
        })));
    }

    /** Makes a row what a record is: the row of that id, of that external id, or a new one. Returns the row's id. */
    String apply(JobContext job, @Nullable String id, String externalId, RemoteRecord record) {
        return confirmed(
                job,
                () -> parts.tracker().applyingFrom(snapshot.system(), () -> {
                    Optional<T> found = (id == null ? Optional.<T>empty() : find(id))
                            .or(() -> parts.tracker()
                                    .findByExternalId(externalId, snapshot.system(), snapshot.type())
                                    .map(this::locked));
                    T row = found.orElseGet(this::newRow);
                    snapshot.write(record, row);
                    if (found.isEmpty()) {
                        entities.persist(row);
                    }
                    parts.tracker().markAsSynced(row, externalId, snapshot.system());
                    return snapshot.idText(row);
                }));
    }

    void remove(JobContext job, String id) {
        confirmed(
                job,
                () -> parts.tracker()
                        .applyingFrom(
                                snapshot.system(),
                                () -> find(id).map(row -> {
                                            entities.remove(row);
                                            entities.flush();
                                            return id;
                                        })
                                        .orElse(id)));
    }

    /** Notes something on a row, if there is one. */
    void note(JobContext job, @Nullable String id, Consumer<SyncStatusFields> what) {
        confirmed(job, () -> {
            if (id != null) {
                find(id).ifPresent(row -> what.accept(state(row)));
            }
            return "";
        });
    }

    /** Notes something on a row, after its run has ended. */
    void note(String id, Consumer<SyncStatusFields> what) {
        transactions.executeWithoutResult(status -> find(id).ifPresent(row -> what.accept(state(row))));
    }

    /** Notes a position of the job. */
    void position(JobContext job, String name, @Nullable String value) {
        confirmed(job, () -> {
            job.position(name, value);
            return "";
        });
    }

    private <R> R confirmed(JobContext job, Supplier<R> work) {
        return requireNonNull(transactions.execute(status -> {
            R result = work.get();
            // What is written must meet its constraints before the job says that it is there.
            entities.flush();
            job.confirm();
            return result;
        }));
    }

    private Optional<T> find(String id) {
        return Optional.ofNullable(
                entities.find(snapshot.type(), snapshot.mapping().id(id), LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Reads a row again and keeps all others from writing it until the transaction ends: Hibernate writes whole rows, and
     * would write back what another transaction has changed since this one has read it.
     */
    T locked(T row) {
        // The caller's own changes are not to be lost either.
        entities.flush();
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }

    static SyncStatusFields state(Object row) {
        return ((SyncStatusOwner) row).syncStatus();
    }

    private T newRow() {
        try {
            Constructor<T> constructor = snapshot.type().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new InvalidSnapshotException(
                    "Cannot make a new " + snapshot.type().getName()
                            + ": its constructor without parameters is missing or has failed (" + e + ").");
        }
    }
}
