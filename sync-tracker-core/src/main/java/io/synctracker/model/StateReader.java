package io.synctracker.model;

import io.synctracker.EntityRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.OneToOneType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Turns an entity's state, as Hibernate hands it out, into what JSON knows. Never touches the database: what is not
 * loaded is left out.
 */
final class StateReader {

    private final SessionFactoryImplementor factory;
    private final EntityModels models;

    StateReader(SessionFactoryImplementor factory, EntityModels models) {
        this.factory = factory;
        this.models = models;
    }

    Map<String, @Nullable Object> attributes(List<Attribute> attributes, @Nullable Object[] state) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < state.length; i++) {
            Attribute attribute = attributes.get(i);
            if (!attribute.ignored() && isLoaded(attribute.type(), state[i])) {
                values.put(attribute.name(), value(attribute.type(), attribute.children(), state[i]));
            }
        }
        return values;
    }

    /** Returns the tracked entities that the state refers to. */
    List<EntityRef> parents(List<Attribute> attributes, @Nullable Object[] state) {
        List<EntityRef> parents = new ArrayList<>();
        for (int i = 0; i < state.length; i++) {
            Attribute attribute = attributes.get(i);
            Object value = state[i];
            if (!attribute.ignored() && value != null && isReference(attribute.type())) {
                EntityRef parent = models.ref(entityName((EntityType) attribute.type()), value);
                if (parent != null) {
                    parents.add(parent);
                }
            }
        }
        return parents;
    }

    static boolean isReference(Type type) {
        return type instanceof EntityType && !(type instanceof OneToOneType);
    }

    private boolean isLoaded(Type type, @Nullable Object value) {
        if (value == LazyPropertyInitializer.UNFETCHED_PROPERTY || type instanceof OneToOneType) {
            return false;
        }
        if (type instanceof CollectionType collection) {
            return value != null && Hibernate.isInitialized(value) && isOwned(collection);
        }
        return true;
    }

    /** Returns whether the owner's row decides what is in the collection, rather than the other side's. */
    private boolean isOwned(CollectionType type) {
        CollectionPersister persister = factory.getMappingMetamodel().getCollectionDescriptor(type.getRole());
        return !persister.isInverse();
    }

    private @Nullable Object value(Type type, List<Attribute> children, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (type instanceof ComponentType embedded) {
            return attributes(children, embedded.getPropertyValues(value));
        }
        if (type instanceof EntityType entity) {
            return reference(entity, value);
        }
        return type instanceof CollectionType collection ? elements(collection, value) : JsonText.plain(value);
    }

    private Map<String, @Nullable Object> reference(EntityType type, Object value) {
        EntityRef tracked = models.ref(entityName(type), value);
        Map<String, @Nullable Object> reference = new LinkedHashMap<>();
        if (tracked != null) {
            reference.put("type", tracked.type());
            reference.put("id", tracked.id());
        } else {
            reference.put("id", models.plainId(entityName(type), value));
        }
        return reference;
    }

    private Object elements(CollectionType type, Object value) {
        Type elementType = Attribute.elementType(factory, type);
        List<Attribute> children = Attribute.embeddedIn(factory, elementType);
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            map.forEach((key, element) ->
                    members.put(String.valueOf(JsonText.plain(key)), value(elementType, children, element)));
            return members;
        }
        if (value instanceof Collection<?> collection) {
            List<@Nullable Object> list = new ArrayList<>();
            collection.forEach(element -> list.add(value(elementType, children, element)));
            return list;
        }
        return String.valueOf(JsonText.plain(value));
    }

    /** Loads the owned collections of an entity that is attached to a session. */
    void initialize(List<Attribute> attributes, @Nullable Object[] state) {
        for (int i = 0; i < state.length; i++) {
            if (!attributes.get(i).ignored()
                    && attributes.get(i).type() instanceof CollectionType type
                    && state[i] instanceof PersistentCollection<?> collection
                    && isOwned(type)) {
                Hibernate.initialize(collection);
            }
        }
    }

    private static String entityName(EntityType type) {
        return type.getAssociatedEntityName();
    }

    /** Returns the id of an entity or its proxy, without loading the proxy. */
    static @Nullable Object idOf(SessionFactoryImplementor factory, String entityName, Object entity) {
        if (entity instanceof HibernateProxy proxy) {
            return proxy.getHibernateLazyInitializer().getInternalIdentifier();
        }
        return factory.getMappingMetamodel().getEntityDescriptor(entityName).getIdentifier(entity);
    }
}
