package io.synctracker.capture;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.model.EntityMapping;
import io.synctracker.model.EntityModels;
import io.synctracker.store.TableNames;
import io.synctracker.store.TrackedVersion;
import io.synctracker.tracking.PendingChanges;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.Transaction;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks;
import org.jspecify.annotations.Nullable;

/**
 * Collects what each transaction changes, and writes it down just before the transaction commits: after the flush, on
 * the same connection, once. Thread-safe; every transaction has a buffer of its own.
 *
 * <p>Hand it to Hibernate under {@link #SETTING}, in the properties of the entity manager factory.
 */
public final class ChangeCapture implements PendingChanges {

    /** The setting that carries the capture into Hibernate. */
    public static final String SETTING = PendingChanges.SETTING;

    private final EntityModels models;
    private final ChangeWriter writer;
    private final Consumer<Set<String>> signal;
    private final Map<Transaction, ChangeBuffer> buffers = new ConcurrentHashMap<>();

    /**
     * Creates a capture.
     *
     * @param models the tracked classes; bound to the factory once it is built
     * @param writer writes changes down
     * @param signal is told which systems have new entries, after each commit, on the thread that committed
     */
    public ChangeCapture(EntityModels models, ChangeWriter writer, Consumer<Set<String>> signal) {
        this.models = models;
        this.writer = writer;
        this.signal = signal;
    }

    /** Begins to listen to a factory that is being built. */
    void attach(SessionFactoryImplementor factory) {
        new CaptureListener(this).register(factory);
        factory.addObserver(new org.hibernate.SessionFactoryObserver() {
            @Override
            public void sessionFactoryCreated(org.hibernate.SessionFactory created) {
                models.bind((SessionFactoryImplementor) created);
            }
        });
    }

    @Override
    public EntityModels models() {
        return models;
    }

    TableNames tables() {
        return writer.tables();
    }

    @Nullable
    EntityMapping mapping(String entityName) {
        return models.mapping(entityName);
    }

    /** Notes an event of Hibernate. */
    void note(SharedSessionContractImplementor session, EntityMapping mapping, EntityChange change) {
        if (mapping.model().tracks(change.type())) {
            buffer(session).add(change);
        } else if (change.type() != ChangeType.UPDATE) {
            buffer(session).skip(change.entity());
        }
    }

    /** Notes that a collection which is part of an entity's own state has changed. */
    void collectionChanged(
            SharedSessionContractImplementor session,
            EntityMapping mapping,
            Object id,
            @Nullable Object @Nullable [] state) {
        note(session, mapping, EntityChange.of(mapping, id, ChangeType.UPDATE, state));
    }

    @Override
    public boolean contains(SharedSessionContractImplementor session, EntityRef entity) {
        ChangeBuffer buffer = buffers.get(session.accessTransaction());
        return buffer != null && buffer.contains(entity);
    }

    @Override
    public <R> R writing(
            SharedSessionContractImplementor session,
            EntityRef entity,
            String exceptSystem,
            Function<@Nullable TrackedVersion, R> next) {
        ChangeBuffer buffer = buffers.get(session.accessTransaction());
        EntityChange change = buffer == null ? null : buffer.take(entity);
        if (buffer == null || change == null) {
            return next.apply(null);
        }
        try {
            session.getJdbcCoordinator().executeBatch();
            return next.apply(
                    session.doReturningWork(connection -> writer.writeOne(connection, change, exceptSystem, buffer)));
        } catch (RuntimeException e) {
            buffer.putBack(change);
            throw e;
        }
    }

    @Override
    public void add(SharedSessionContractImplementor session, EntityMapping mapping, Object id, ChangeType type) {
        @Nullable Object @Nullable [] state = null;
        if (type != ChangeType.DELETE && EntityChange.needsState(mapping, type)) {
            Object entity = ((org.hibernate.Session) session).find(mapping.javaType(), id);
            state = entity == null ? null : mapping.load(entity);
        }
        BulkChanges.covered(mapping.javaType());
        note(session, mapping, EntityChange.of(mapping, id, type, state));
    }

    @Override
    public <R> R from(SharedSessionContractImplementor session, String system, Supplier<R> work) {
        flushUnlessManual(session);
        ChangeBuffer buffer = buffer(session);
        String outer = buffer.origin(system);
        try {
            R result = work.get();
            flushUnlessManual(session);
            return result;
        } finally {
            buffer.origin(outer);
        }
    }

    private static void flushUnlessManual(SharedSessionContractImplementor session) {
        if (session.getHibernateFlushMode() != FlushMode.MANUAL) {
            session.flush();
        }
    }

    private ChangeBuffer buffer(SharedSessionContractImplementor session) {
        if (!session.isTransactionInProgress()) {
            throw new CaptureFailedException("A tracked entity was written outside of a transaction, so that its change"
                    + " cannot be recorded with it. Begin a transaction first.");
        }
        Transaction transaction = session.accessTransaction();
        ChangeBuffer known = buffers.get(transaction);
        return known == null ? open(session, transaction) : known;
    }

    private ChangeBuffer open(SharedSessionContractImplementor session, Transaction transaction) {
        ChangeBuffer buffer = new ChangeBuffer();
        buffers.put(transaction, buffer);
        watch(session, transaction);
        TransactionCompletionCallbacks callbacks = session.getTransactionCompletionCallbacks();
        callbacks.registerCallback((TransactionCompletionCallbacks.AfterCompletionCallback)
                (committed, ended) -> completed(transaction, committed));
        return buffer;
    }

    private void watch(SharedSessionContractImplementor session, Transaction transaction) {
        session.getTransactionCompletionCallbacks()
                .registerCallback(
                        (TransactionCompletionCallbacks.BeforeCompletionCallback) ending -> flush(ending, transaction));
    }

    /**
     * Writes the buffer down. It is emptied first: what another callback still flushes is noted anew, and asks for
     * another flush. A callback that a rolled-back transaction left behind finds no buffer.
     */
    private void flush(SharedSessionContractImplementor session, Transaction transaction) {
        ChangeBuffer buffer = buffers.get(transaction);
        if (buffer == null || buffer.isEmpty()) {
            return;
        }
        buffer.whenRefilled(() -> watch(session, transaction));
        var changes = buffer.takeAll();
        session.getJdbcCoordinator().executeBatch();
        session.doWork(connection -> writer.writeAll(connection, changes, buffer));
    }

    private void completed(Transaction transaction, boolean committed) {
        ChangeBuffer buffer = buffers.remove(transaction);
        if (committed && buffer != null && !buffer.systems().isEmpty()) {
            signal.accept(buffer.systems());
        }
    }

    /** Returns how many transactions have a buffer; 0 when none runs. */
    int openBuffers() {
        return buffers.size();
    }
}
