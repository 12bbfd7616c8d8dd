package io.synctracker.model;

import static java.util.Objects.requireNonNull;

import io.synctracker.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.Hibernate;
import org.hibernate.LazyInitializationException;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.jspecify.annotations.Nullable;

/**
 * The tracked entity classes of one entity manager factory, from annotations and settings. Empty until it is bound to
 * the factory; thread-safe after that.
 */
public final class EntityModels implements TrackedModels {

    private final ModelSettings settings;
    private final Supplier<Set<String>> declaredTargets;
    private volatile Map<String, EntityMapping> byEntityName = Map.of();
    private volatile Map<String, EntityMapping> roots = Map.of();
    private volatile Map<String, Set<String>> sensitive = Map.of();
    private volatile @Nullable SessionFactoryImplementor factory;

    /**
     * Creates the models of a factory that is yet to come.
     *
     * @param settings what the settings say
     * @param declaredTargets the names of all declared targets; asked when the first change is recorded
     */
    public EntityModels(ModelSettings settings, Supplier<Set<String>> declaredTargets) {
        this.settings = settings;
        this.declaredTargets = declaredTargets;
    }

    /**
     * Reads the tracked classes of a factory.
     *
     * @param sessionFactory the factory, completely built
     * @throws InvalidModelException if annotations and settings do not fit together
     */
    public void bind(SessionFactoryImplementor sessionFactory) {
        factory = sessionFactory;
        ModelReader models = new ModelReader(sessionFactory, settings, declaredTargets);
        Map<String, EntityMapping> mappings = new HashMap<>();
        Map<String, EntityMapping> byName = new LinkedHashMap<>();
        sessionFactory.getMappingMetamodel().forEachEntityDescriptor(persister -> {
            ModelReader.Found found = models.find(persister);
            if (found != null) {
                EntityMapping mapping = new EntityMapping(persister, found.name(), found.model(), this);
                mappings.put(persister.getEntityName(), mapping);
                if (persister.getMappedClass() == found.root()) {
                    byName.put(found.name(), mapping);
                }
            }
        });
        models.refuseUnknownSettings();
        sensitive = sensitive(mappings.values());
        roots = Map.copyOf(byName);
        byEntityName = Map.copyOf(mappings);
    }

    /**
     * Finds the mapping of an entity class.
     *
     * @param entityName Hibernate's name of the class
     * @return {@code null} if the class is not tracked
     */
    public @Nullable EntityMapping mapping(String entityName) {
        return byEntityName.get(entityName);
    }

    /**
     * Finds the mapping of an entity, or of the class that its proxy stands for; loads no proxy for that.
     *
     * @param entity an entity
     * @throws NotTrackedException if its class is not tracked
     */
    public EntityMapping mappingOf(Object entity) {
        EntityMapping mapping = byEntityName.get(declaredName(requireNonNull(entity, "entity")));
        return mapping == null ? mappingOf(realClass(entity)) : mapping;
    }

    /** Returns the name of an entity's class, or of the class that its proxy stands for, without loading the proxy. */
    static String declaredName(Object entity) {
        return entity instanceof HibernateProxy proxy
                ? proxy.getHibernateLazyInitializer().getEntityName()
                : entity.getClass().getName();
    }

    /** Returns the class of an entity whose proxy stands for a class that is not tracked, but may have tracked ones. */
    private static Class<?> realClass(Object entity) {
        try {
            return Hibernate.getClass(entity);
        } catch (LazyInitializationException e) {
            throw new NotTrackedException(declaredName(entity));
        }
    }

    /**
     * Finds the mapping of an entity class.
     *
     * @param type an entity class
     * @throws NotTrackedException if it is not tracked
     */
    public EntityMapping mappingOf(Class<?> type) {
        EntityMapping mapping = byEntityName.get(type.getName());
        if (mapping == null) {
            throw new NotTrackedException(type.getName());
        }
        return mapping;
    }

    /**
     * Finds the mapping of a model's own class.
     *
     * @param name the logical name
     * @return {@code null} if nothing of that name is tracked
     */
    public @Nullable EntityMapping root(String name) {
        return roots.get(name);
    }

    /**
     * Finds the mapping of the class that a mapping's model is named after.
     *
     * @param mapping a mapping
     */
    public EntityMapping rootOf(EntityMapping mapping) {
        return requireNonNull(roots.get(mapping.name()));
    }

    @Override
    public Collection<TrackedModel> all() {
        return roots.values().stream().map(EntityMapping::model).toList();
    }

    @Override
    public Optional<TrackedModel> byName(String name) {
        return Optional.ofNullable(roots.get(name)).map(EntityMapping::model);
    }

    /** Returns the factory that it is bound to. */
    SessionFactoryImplementor factory() {
        return requireNonNull(factory, "not bound to an entity manager factory yet");
    }

    /**
     * Returns the paths of sensitive attributes, subclasses included.
     *
     * @param name a model's logical name
     */
    public Set<String> sensitivePaths(String name) {
        return sensitive.getOrDefault(name, Set.of());
    }

    /** Returns the names of the models that have sensitive attributes. */
    public Set<String> sensitiveModels() {
        return sensitive.keySet();
    }

    private static Map<String, Set<String>> sensitive(Collection<EntityMapping> mappings) {
        Map<String, Set<String>> paths = new HashMap<>();
        mappings.stream()
                .filter(mapping -> !mapping.sensitivePaths().isEmpty())
                .forEach(mapping -> paths.computeIfAbsent(mapping.name(), name -> new HashSet<>())
                        .addAll(mapping.sensitivePaths()));
        return Map.copyOf(paths);
    }

    /** Returns the tables that hold tracked entities, each with a class of them; empty until it is bound. */
    public Map<String, Class<?>> tables() {
        Map<String, Class<?>> tables = new HashMap<>();
        for (EntityMapping mapping : byEntityName.values()) {
            mapping.tables().forEach(table -> tables.putIfAbsent(table, mapping.javaType()));
        }
        return tables;
    }

    /** Returns how an entity is named, or {@code null} if its class is not tracked. */
    @Nullable
    EntityRef ref(String declaredName, Object entity) {
        EntityMapping mapping = byEntityName.get(declaredName);
        if (mapping == null) {
            mapping = byEntityName.get(declaredName(entity));
        }
        Object id = mapping == null ? null : idOf(declaredName, entity);
        return id == null ? null : requireNonNull(mapping).ref(id);
    }

    /** Returns the id of an entity whose class need not be tracked, as JSON knows it. */
    @Nullable
    Object plainId(String declaredName, Object entity) {
        Object id = idOf(declaredName, entity);
        EntityPersister persister = factory().getMappingMetamodel().getEntityDescriptor(declaredName);
        return id == null ? null : new EntityIds(persister).plain(id);
    }

    /** Returns the id of an entity or its proxy, without loading the proxy. */
    private @Nullable Object idOf(String entityName, Object entity) {
        return entity instanceof HibernateProxy proxy
                ? proxy.getHibernateLazyInitializer().getInternalIdentifier()
                : factory()
                        .getMappingMetamodel()
                        .getEntityDescriptor(entityName)
                        .getIdentifier(entity);
    }
}
