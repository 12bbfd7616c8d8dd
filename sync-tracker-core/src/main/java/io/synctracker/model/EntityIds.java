package io.synctracker.model;

import io.synctracker.SyncIgnored;
import io.synctracker.SyncSensitive;
import io.synctracker.SyncTrackerException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.HibernateException;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of an entity class's ids: the plain text of a single value, JSON with sorted keys of a composite
 * one. Never {@code toString()}, which an id class need not have.
 */
final class EntityIds {

    private final EntityPersister persister;
    private final Type type;

    EntityIds(EntityPersister persister) {
        this.persister = persister;
        this.type = persister.getIdentifierType();
    }

    /**
     * Refuses ids that the library's tables cannot hold.
     *
     * @throws InvalidModelException if a part of the id is an entity, or carries an annotation that it cannot honour
     */
    void check() {
        String name = persister.getIdentifierPropertyName();
        if (type instanceof EntityType || type instanceof ComponentType composite && hasEntity(composite)) {
            throw new InvalidModelException("The id of " + persister.getEntityName() + " is an entity, which has no"
                    + " text. Give it an id of its own with @MapsId, or an @IdClass with the plain id.");
        }
        if (name != null) {
            refuseMarks(persister.getMappedClass(), name);
        }
        if (type instanceof ComponentType composite) {
            for (String part : composite.getPropertyNames()) {
                refuseMarks(persister.getMappedClass(), name == null ? part : name);
                refuseMarks(composite.getReturnedClass(), part);
            }
        }
    }

    private static boolean hasEntity(ComponentType composite) {
        return Arrays.stream(composite.getSubtypes())
                .anyMatch(part ->
                        part instanceof EntityType || part instanceof ComponentType nested && hasEntity(nested));
    }

    private static void refuseMarks(Class<?> owner, String name) {
        if (Attribute.marked(owner, name, SyncSensitive.class) || Attribute.marked(owner, name, SyncIgnored.class)) {
            throw new InvalidModelException(owner.getName() + "." + name + " is part of an id, which is stored as it is"
                    + " to find the entity again. Remove @SyncSensitive or @SyncIgnored, or use another id.");
        }
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
            return type instanceof ComponentType composite
                    ? composite(composite, JsonText.readMap(text))
                    : parseBasic(text);
        } catch (SyncTrackerException | IllegalArgumentException | HibernateException e) {
            throw new SyncTrackerException("The stored id '" + text + "' is no id of " + persister.getEntityName()
                    + ". The type of its id has changed since it was stored.");
        }
    }

    private static Object composite(ComponentType type, Map<?, ?> members) {
        EmbeddableMappingType mapping = type.getMappingModelPart().getEmbeddableTypeDescriptor();
        @Nullable Object[] values = new Object[mapping.getNumberOfAttributeMappings()];
        for (int i = 0; i < values.length; i++) {
            String name = mapping.getAttributeMapping(i).getAttributeName();
            values[i] = value(type.getSubtypes()[type.getPropertyIndex(name)], members.get(name));
        }
        return mapping.getRepresentationStrategy().getInstantiator().instantiate(() -> values);
    }

    private static @Nullable Object value(Type type, @Nullable Object member) {
        if (member == null) {
            return null;
        }
        if (type instanceof ComponentType nested && member instanceof Map<?, ?> members) {
            return composite(nested, members);
        }
        Class<?> javaType = type.getReturnedClass();
        return javaType.isEnum() ? constant(javaType, member) : JsonText.convert(member, javaType);
    }

    private static Object constant(Class<?> type, Object name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such constant"));
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
        return JsonText.plain(value);
    }
}
