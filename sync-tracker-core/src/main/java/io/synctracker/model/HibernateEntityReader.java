package io.synctracker.model;

import io.synctracker.EntityRef;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Reads entities through a session of its own, which writes nothing. */
public final class HibernateEntityReader implements EntityReader {

    private final EntityManagerFactory entityManagerFactory;
    private final EntityModels models;

    /**
     * Creates a reader.
     *
     * @param entityManagerFactory where the entities are mapped
     * @param models the tracked classes of that factory
     */
    public HibernateEntityReader(EntityManagerFactory entityManagerFactory, EntityModels models) {
        this.entityManagerFactory = entityManagerFactory;
        this.models = models;
    }

    @Override
    public Map<EntityRef, EntityRead> read(Collection<EntityRef> entities) {
        Map<EntityMapping, List<EntityRef>> byMapping = new HashMap<>();
        Map<EntityRef, EntityRead> found = new HashMap<>();
        for (EntityRef entity : entities) {
            EntityMapping mapping = models.root(entity.type());
            if (mapping == null) {
                found.put(entity, new EntityRead(null, new NotTrackedException(entity.type()).getMessage()));
            } else {
                byMapping.computeIfAbsent(mapping, key -> new ArrayList<>()).add(entity);
            }
        }
        byMapping.forEach((mapping, refs) -> readAll(mapping, refs, found));
        return found;
    }

    /** Reads together, and one by one if that fails, so that one unreadable row spoils no other. */
    private void readAll(EntityMapping mapping, List<EntityRef> refs, Map<EntityRef, EntityRead> found) {
        try {
            found.putAll(load(mapping, refs));
        } catch (RuntimeException | StackOverflowError e) {
            if (DatabaseOutage.isCauseOf(e)) {
                throw e;
            }
            if (refs.size() == 1) {
                found.put(refs.get(0), unreadable(refs.get(0), e));
            } else {
                refs.forEach(ref -> readAll(mapping, List.of(ref), found));
            }
        }
    }

    private Map<EntityRef, EntityRead> load(EntityMapping mapping, List<EntityRef> refs) {
        try (Session session = entityManagerFactory.unwrap(SessionFactory.class).openSession()) {
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
            session.beginTransaction();
            try {
                Map<EntityRef, EntityRead> found = load(session, mapping, refs);
                session.getTransaction().rollback();
                return found;
            } catch (RuntimeException | StackOverflowError e) {
                rollback(session, e);
                throw e;
            }
        }
    }

    private Map<EntityRef, EntityRead> load(Session session, EntityMapping mapping, List<EntityRef> refs) {
        Map<EntityRef, EntityRead> found = new HashMap<>();
        List<Object> ids = new ArrayList<>(refs.size());
        refs.forEach(ref -> ids.add(mapping.id(ref.id())));
        for (Object entity : session.findMultiple(mapping.javaType(), ids)) {
            if (entity != null) {
                add(entity, found);
            }
        }
        return found;
    }

    /** A connection that is lost cannot be rolled back either, and only the first failure says why. */
    private static void rollback(Session session, Throwable reason) {
        try {
            if (session.getTransaction().isActive()) {
                session.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private void add(Object entity, Map<EntityRef, EntityRead> found) {
        Object real = org.hibernate.Hibernate.unproxy(entity);
        EntityMapping mapping = models.mappingOf(real);
        Object id = mapping.persister().getIdentifier(real);
        EntityRef ref = mapping.ref(id);
        try {
            @Nullable Object[] state = mapping.load(real);
            found.put(
                    ref,
                    new EntityRead(
                            new EntityPayload(real, mapping.attributes(id, state), mapping.parents(state)), null));
        } catch (RuntimeException | StackOverflowError e) {
            if (DatabaseOutage.isCauseOf(e)) {
                throw e;
            }
            found.put(ref, unreadable(ref, e));
        }
    }

    /** Names the kinds of failure and not their texts, which may quote the row. */
    private static EntityRead unreadable(EntityRef ref, Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = failure instanceof io.synctracker.SyncTrackerException ? ": " + failure.getMessage() : "";
        return new EntityRead(
                null,
                "Cannot read " + ref + " for delivery (" + failure.getClass().getSimpleName()
                        + (root == failure
                                ? ""
                                : ", caused by " + root.getClass().getSimpleName()) + ")" + text);
    }
}
