package io.synctracker.benchmarks.contestant;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;

/** Takes notes in Hibernate's listeners and writes them with one statement before the commit. */
final class HandWrittenCapture implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

    private static final long serialVersionUID = 1L;

    private static final String BATCH = "insert into outbox_rows (entity, entity_id, action, payload) values (?,?,?,?)";

    private static final String ARRAYS = """
            insert into outbox_rows (entity, entity_id, action, payload)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[])""";

    private record Note(String entity, String id, String action, String payload) {}

    private final boolean arrays;
    private final ThreadLocal<List<Note>> notes = new ThreadLocal<>();

    HandWrittenCapture(EntityManagerFactory factory, boolean arrays) {
        this.arrays = arrays;
        EventListenerRegistry registry =
                factory.unwrap(SessionFactoryImplementor.class).getEventListenerRegistry();
        registry.appendListeners(EventType.POST_INSERT, this);
        registry.appendListeners(EventType.POST_UPDATE, this);
        registry.appendListeners(EventType.POST_DELETE, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        note(event.getSession(), event.getPersister(), event.getId(), "create", event.getState());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        note(event.getSession(), event.getPersister(), event.getId(), "update", event.getState());
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        note(event.getSession(), event.getPersister(), event.getId(), "delete", event.getDeletedState());
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private void note(
            SharedSessionContractImplementor session,
            EntityPersister persister,
            Object id,
            String action,
            Object[] state) {
        List<Note> taken = notes.get();
        if (taken == null) {
            taken = new ArrayList<>();
            notes.set(taken);
            session.getTransactionCompletionCallbacks().registerCallback((BeforeCompletionCallback) this::write);
        }
        String payload = HandWrittenJson.of(id, persister.getPropertyNames(), state);
        taken.add(new Note(persister.getEntityName(), id.toString(), action, payload));
    }

    private void write(SharedSessionContractImplementor session) {
        List<Note> taken = notes.get();
        notes.remove();
        session.getJdbcCoordinator().executeBatch();
        Connection connection =
                session.getJdbcCoordinator().getLogicalConnection().getPhysicalConnection();
        try (PreparedStatement statement = connection.prepareStatement(arrays ? ARRAYS : BATCH)) {
            if (arrays) {
                statement.setArray(1, texts(connection, taken, Note::entity));
                statement.setArray(2, texts(connection, taken, Note::id));
                statement.setArray(3, texts(connection, taken, Note::action));
                statement.setArray(4, texts(connection, taken, Note::payload));
                statement.executeUpdate();
            } else {
                writeBatch(statement, taken);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The notes cannot be written", e);
        }
    }

    private static void writeBatch(PreparedStatement statement, List<Note> taken) throws SQLException {
        for (Note note : taken) {
            statement.setString(1, note.entity());
            statement.setString(2, note.id());
            statement.setString(3, note.action());
            statement.setString(4, note.payload());
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private static java.sql.Array texts(Connection connection, List<Note> taken, Function<Note, String> column)
            throws SQLException {
        return connection.createArrayOf("text", taken.stream().map(column).toArray());
    }
}
