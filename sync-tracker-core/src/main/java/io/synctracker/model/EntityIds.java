package io.synctracker.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.synctracker.SyncTrackerException;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The canonical text of an entity class's ids: the plain text of a single value, JSON with sorted keys of a composite
 * one. Never {@code toString()}, which an id class need not have.
 */
final class EntityIds {

    /** Ids are read into their fields, since an id class need not have setters. */
    private static final JsonMapper FIELDS = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .build();

    private final EntityPersister persister;
    private final Type type;

    EntityIds(EntityPersister persister) {
        this.persister = persister;
        this.type = persister.getIdentifierType();
    }

    String text(Object id) {
        if (id instanceof Long || id instanceof String || id instanceof Integer || id instanceof java.util.UUID) {
            return id.toString();
        }
        if (type instanceof ComponentType composite) {
            return JsonText.write(members(composite, id));
        }
        return basicType().toString(id);
    }

    /** Returns the id as JSON knows it, for a payload. */
    @Nullable
    Object plain(Object id) {
        return type instanceof ComponentType composite ? members(composite, id) : JsonText.plain(id);
    }

    Object parse(String text) {
        try {
            return type instanceof ComponentType ? FIELDS.readValue(text, type.getReturnedClass()) : parseBasic(text);
        } catch (JacksonException | IllegalArgumentException | org.hibernate.HibernateException e) {
            throw new SyncTrackerException("The stored id '" + text + "' is no id of " + persister.getEntityName()
                    + ". The type of its id has changed since it was stored.");
        }
    }

    private Object parseBasic(String text) {
        Object id = basicType().fromString(text);
        if (id == null) {
            throw new IllegalArgumentException("no id");
        }
        return id;
    }

    @SuppressWarnings("unchecked")
    private JavaType<Object> basicType() {
        BasicValuedModelPart part = (BasicValuedModelPart) persister.getIdentifierMapping();
        return (JavaType<Object>) part.getJavaType();
    }

    private static Map<String, @Nullable Object> members(ComponentType composite, Object id) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        String[] names = composite.getPropertyNames();
        Object[] values = composite.getPropertyValues(id);
        for (int i = 0; i < names.length; i++) {
            members.put(names[i], member(composite.getSubtypes()[i], values[i]));
        }
        return members;
    }

    private static @Nullable Object member(Type type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (type instanceof ComponentType nested) {
            return members(nested, value);
        }
        if (type instanceof EntityType) {
            throw new SyncTrackerException(
                    "An id that contains the entity " + value.getClass().getName()
                            + " has no canonical text. Use @MapsId with a plain value in the id class.");
        }
        return JsonText.plain(value);
    }
}
