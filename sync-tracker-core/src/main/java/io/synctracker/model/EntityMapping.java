package io.synctracker.model;

import io.synctracker.EntityRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.bytecode.enhance.spi.interceptor.LazyAttributeLoadingInterceptor;
import org.hibernate.engine.spi.PersistentAttributeInterceptable;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * A concrete entity class of a tracked model, as Hibernate maps it. Thread-safe; touches the database in no method but
 * {@link #load}.
 */
public final class EntityMapping {

    private final EntityPersister persister;
    private final Supplier<TrackedModel> model;
    private final String name;
    private final EntityIds ids;
    private final Attributes attributes;
    private final boolean anyIgnored;
    private final Set<String> collectionRoles;

    EntityMapping(EntityPersister persister, String name, Supplier<TrackedModel> model, EntityModels models) {
        this.persister = persister;
        this.name = name;
        this.model = model;
        this.ids = new EntityIds(persister);
        ids.check();
        this.attributes = Attributes.of(
                persister.getMappedClass(), persister.getPropertyNames(), persister.getPropertyTypes(), models);
        this.anyIgnored = attributes.anyIgnored();
        this.collectionRoles = attributes.ownRoles().collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the model it belongs to. */
    public TrackedModel model() {
        return model.get();
    }

    /** Returns the logical name of the model it belongs to. */
    public String name() {
        return name;
    }

    /** Returns Hibernate's name of the entity class. */
    public String entityName() {
        return persister.getEntityName();
    }

    /** Returns the entity class. */
    public Class<?> javaType() {
        return persister.getMappedClass();
    }

    /**
     * Returns how an entity is named in the library's tables.
     *
     * @param id its id as Hibernate knows it
     * @throws io.synctracker.SyncTrackerException if the id's text is longer than 255 characters
     */
    public EntityRef ref(Object id) {
        String text = ids.text(id);
        if (text.length() > 255) {
            throw new InvalidModelException("An id of " + name + " takes " + text.length()
                    + " characters as text; 255 is the limit. Track an entity with a shorter id.");
        }
        return new EntityRef(name, text);
    }

    /**
     * Returns the id that a text stands for.
     *
     * @param text the canonical text
     * @throws io.synctracker.SyncTrackerException if it is no id of this class
     */
    public Object id(String text) {
        return ids.parse(text);
    }

    /**
     * Returns whether an update changed anything that is not ignored.
     *
     * @param dirty indexes of the attributes that changed, or {@code null} if that is not known
     * @param before the values they had, or {@code null} if that is not known
     * @param after the values they have
     */
    public boolean changes(
            int @Nullable [] dirty, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after) {
        if (dirty == null || before == null || after == null) {
            return dirty == null || dirty.length > 0;
        }
        return Arrays.stream(dirty)
                .anyMatch(index -> !anyIgnored || attributes.differs(index, before[index], after[index]));
    }

    /**
     * Returns whether a collection belongs to the entity's own state.
     *
     * @param role Hibernate's name of the collection
     */
    public boolean owns(String role) {
        return collectionRoles.contains(role);
    }

    /**
     * Returns a state as JSON knows it, the id first.
     *
     * @param id the id
     * @param state the values in Hibernate's order; what is not loaded is left out
     */
    public Map<String, @Nullable Object> attributes(Object id, @Nullable Object[] state) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        String idName = persister.getIdentifierPropertyName();
        Object plainId = ids.plain(id);
        if (idName != null) {
            values.put(idName, plainId);
        } else if (plainId instanceof Map<?, ?> members) {
            members.forEach((key, value) -> values.put(String.valueOf(key), value));
        }
        values.putAll(attributes.json(state));
        return values;
    }

    /**
     * Returns the tracked entities that a state refers to, without loading them.
     *
     * @param state the values in Hibernate's order
     */
    public List<EntityRef> parents(@Nullable Object[] state) {
        return attributes.parents(state).distinct().toList();
    }

    /**
     * Returns an entity's values in Hibernate's order.
     *
     * @param entity an entity of this class, not a proxy
     */
    public @Nullable Object[] state(Object entity) {
        return persister.getValues(entity);
    }

    /**
     * Returns an entity's values in Hibernate's order, and loads what of them has not been loaded yet: lazy attributes
     * and the collections that belong to the entity's own state.
     *
     * @param entity an entity of this class that is attached to a session, not a proxy
     */
    public @Nullable Object[] load(Object entity) {
        if (entity instanceof PersistentAttributeInterceptable enhanced
                && enhanced.$$_hibernate_getInterceptor() instanceof LazyAttributeLoadingInterceptor lazy) {
            attributes.all().stream()
                    .filter(attribute -> !attribute.ignored() && !lazy.isAttributeLoaded(attribute.name()))
                    .forEach(attribute -> lazy.fetchAttribute(entity, attribute.name()));
        }
        @Nullable Object[] state = state(entity);
        attributes.load(state);
        return state;
    }

    /**
     * Returns an entity's id.
     *
     * @param entity an entity of this class, not a proxy
     * @return the id, or {@code null} if it has none yet
     */
    public @Nullable Object idOf(Object entity) {
        return persister.getIdentifier(entity);
    }

    /**
     * Returns whether an entity is known to have no row, without asking the database.
     *
     * @param entity an entity of this class that no session holds
     * @param session any session
     */
    public boolean isUnsaved(Object entity, SharedSessionContractImplementor session) {
        return Boolean.TRUE.equals(persister.isTransient(entity, session));
    }

    /** Returns whether a delete leaves the row where it is, so that an update can bring the entity back. */
    public boolean isRestorable() {
        return persister.getSoftDeleteMapping() != null
                || AnnotationUtils.findAnnotation(persister.getMappedClass(), SQLDelete.class) != null;
    }

    /** Returns the names of the tables that its rows are in. */
    List<String> tables() {
        List<String> tables = new ArrayList<>();
        persister.forEachTableDetails(table -> tables.add(table.getTableName()));
        return tables;
    }

    EntityPersister persister() {
        return persister;
    }

    @Nullable
    Object plainId(Object id) {
        return ids.plain(id);
    }

    List<String> sensitivePaths() {
        return attributes.sensitivePaths("");
    }
}
