package io.synctracker.connector;

import static java.util.Objects.requireNonNull;

import io.synctracker.model.EntityMapping;
import io.synctracker.model.EntityModels;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes the entities of one stream in one session. */
final class EntityWriter {

    private final SessionImplementor session;
    private final EntityModels models;
    private final Bound bound;

    EntityWriter(SessionImplementor session, EntityModels models, Bound bound) {
        this.session = session;
        this.models = models;
        this.bound = bound;
    }

    /** Makes a new entity, and saves it. */
    Object create(Change change) {
        Object entity = instance();
        write(change, entity, change.values());
        session.persist(entity);
        return entity;
    }

    private Object instance() {
        try {
            Constructor<?> constructor = bound.binding().type().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no new " + bound.binding().type().getName(), e);
        }
    }

    /**
     * Changes an entity.
     *
     * @param remoteAttributes the attributes that may be changed, or {@code null} for all
     */
    void update(Change change, Object entity, @Nullable Set<String> remoteAttributes) {
        Map<Field, @Nullable Object> values = new LinkedHashMap<>();
        change.values().forEach((field, value) -> {
            if (!field.identifier() && isAmong(field.path(), remoteAttributes)) {
                values.put(field, value);
            }
        });
        if (bound.binding().mapper() == null || remoteAttributes == null) {
            write(change, entity, values);
        } else {
            EntityPersister persister = persister(entity);
            @Nullable Object[] before = persister.getValues(entity);
            write(change, entity, values);
            String[] names = persister.getPropertyNames();
            for (int i = 0; i < names.length; i++) {
                if (!remoteAttributes.contains(names[i])) {
                    persister.setValue(entity, i, before[i]);
                }
            }
        }
    }

    private static boolean isAmong(String path, @Nullable Set<String> attributes) {
        return attributes == null
                || attributes.stream().anyMatch(name -> path.equals(name) || path.startsWith(name + "."));
    }

    private void write(Change change, Object entity, Map<Field, @Nullable Object> values) {
        RecordMapper<?> mapper = bound.binding().mapper();
        if (mapper == null) {
            EntityAttributes.write(entity, persister(entity), referred(change, values), session);
            return;
        }
        try {
            mapped(mapper, change.candidate().record(), entity);
        } catch (RuntimeException e) {
            Failures.throwIfNoRecordIsToBlame(e);
            throw new RecordFailedException(
                    change.candidate(), e.getMessage() == null ? Failures.kinds(e) : e.getMessage());
        }
    }

    @SuppressWarnings("unchecked") // the entity is of the binding's class, and so is what its mapper takes
    private static <T> void mapped(RecordMapper<T> mapper, RemoteRecord record, Object entity) {
        mapper.write(record, (T) entity);
    }

    /** Puts references in the place of the ids of other entities. */
    private Map<Field, @Nullable Object> referred(Change change, Map<Field, @Nullable Object> values) {
        Map<Field, @Nullable Object> result = new LinkedHashMap<>();
        values.forEach((field, value) -> result.put(
                field, field.parent() == null || value == null ? value : reference(change, field, value.toString())));
        return result;
    }

    private @Nullable Object reference(Change change, Field field, String id) {
        EntityMapping parent = models.root(requireNonNull(field.parent()));
        if (parent == null) {
            return null;
        }
        if (parent.javaType() == field.type()) {
            return session.getReference(parent.javaType(), parent.id(id));
        }
        // Whether it is of the subclass that is wanted is not known before it is read.
        Object found = session.find(field.type(), parent.id(id));
        if (found == null) {
            throw new RecordFailedException(
                    change.candidate(),
                    "The " + field.parent() + " of its attribute '" + field.path() + "' is no "
                            + field.type().getSimpleName() + ".");
        }
        return found;
    }

    void delete(Object entity) {
        session.remove(entity);
    }

    /** Returns what an entity holds, as JSON knows it. */
    Map<String, @Nullable Object> attributes(Object entity) {
        EntityMapping mapping = models.mappingOf(entity);
        Object id = session.getIdentifier(entity);
        return mapping.attributes(id, mapping.load(entity));
    }

    /** Returns what an entity holds of some attributes. */
    List<@Nullable Object> values(Object entity, List<Field> fields) {
        return Arrays.asList(fields.stream().map(field -> value(entity, field)).toArray());
    }

    private @Nullable Object value(Object entity, Field field) {
        return field.identifier()
                ? session.getIdentifier(entity)
                : EntityAttributes.value(entity, persister(entity), field);
    }

    private EntityPersister persister(Object entity) {
        return session.getEntityPersister(null, entity);
    }
}
