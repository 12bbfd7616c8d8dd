package io.synctracker.capture;

import io.synctracker.ChangeType;
import io.synctracker.model.EntityMapping;
import java.util.Objects;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostCollectionRemoveEvent;
import org.hibernate.event.spi.PostCollectionRemoveEventListener;
import org.hibernate.event.spi.PostCollectionUpdateEvent;
import org.hibernate.event.spi.PostCollectionUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PostUpsertEvent;
import org.hibernate.event.spi.PostUpsertEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Hears what Hibernate writes. It only takes notes: the SQL of a batched action has not run yet at this point. */
final class CaptureListener
        implements PostInsertEventListener,
                PostUpdateEventListener,
                PostDeleteEventListener,
                PostUpsertEventListener,
                PostCollectionRecreateEventListener,
                PostCollectionUpdateEventListener,
                PostCollectionRemoveEventListener {

    private static final long serialVersionUID = 1L;

    private final transient ChangeCapture capture;

    CaptureListener(ChangeCapture capture) {
        this.capture = capture;
    }

    void register(SessionFactoryImplementor factory) {
        EventListenerRegistry registry = factory.getEventListenerRegistry();
        registry.appendListeners(EventType.POST_INSERT, this);
        registry.appendListeners(EventType.POST_UPDATE, this);
        registry.appendListeners(EventType.POST_DELETE, this);
        registry.appendListeners(EventType.POST_UPSERT, this);
        registry.appendListeners(EventType.POST_COLLECTION_RECREATE, this);
        registry.appendListeners(EventType.POST_COLLECTION_UPDATE, this);
        registry.appendListeners(EventType.POST_COLLECTION_REMOVE, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        EntityMapping mapping = capture.mapping(event.getPersister().getEntityName());
        if (mapping != null) {
            capture.note(
                    event.getSession(),
                    mapping,
                    EntityChange.of(mapping, event.getId(), ChangeType.CREATE, event.getState()));
        }
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        EntityMapping mapping = capture.mapping(event.getPersister().getEntityName());
        if (mapping != null && mapping.changes(event.getDirtyProperties(), event.getOldState(), event.getState())) {
            capture.note(
                    event.getSession(),
                    mapping,
                    EntityChange.of(mapping, event.getId(), ChangeType.UPDATE, event.getState()));
        }
    }

    @Override
    public void onPostUpsert(PostUpsertEvent event) {
        EntityMapping mapping = capture.mapping(event.getPersister().getEntityName());
        if (mapping != null) {
            capture.note(
                    event.getSession(),
                    mapping,
                    EntityChange.of(mapping, event.getId(), ChangeType.UPDATE, event.getState()));
        }
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        EntityMapping mapping = capture.mapping(event.getPersister().getEntityName());
        if (mapping != null) {
            @Nullable Object[] state = event.getDeletedState();
            if (state == null && event.getEntity() != null) {
                state = mapping.state(event.getEntity());
            }
            capture.note(
                    event.getSession(), mapping, EntityChange.of(mapping, event.getId(), ChangeType.DELETE, state));
        }
    }

    @Override
    public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
        collectionChanged(event);
    }

    @Override
    public void onPostUpdateCollection(PostCollectionUpdateEvent event) {
        collectionChanged(event);
    }

    @Override
    public void onPostRemoveCollection(PostCollectionRemoveEvent event) {
        collectionChanged(event);
    }

    /**
     * A collection is part of its owner's state. Events without a role come from stateless sessions, which tell of
     * every collection whether it changed or not, and tell of the entity itself as well.
     */
    private void collectionChanged(AbstractCollectionEvent event) {
        String role =
                event.getCollection() == null ? null : event.getCollection().getRole();
        EntityMapping mapping = capture.mapping(event.getAffectedOwnerEntityName());
        Object id = event.getAffectedOwnerIdOrNull();
        if (mapping != null && id != null && role != null && mapping.owns(role)) {
            capture.collectionChanged(
                    event.getSession(), mapping, id, stateOf(mapping, event.getAffectedOwnerOrNull()));
        }
    }

    private static @Nullable Object @Nullable [] stateOf(EntityMapping mapping, @Nullable Object owner) {
        return owner == null || !EntityChange.needsState(mapping, ChangeType.UPDATE)
                ? null
                : mapping.state(Objects.requireNonNull(owner));
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
