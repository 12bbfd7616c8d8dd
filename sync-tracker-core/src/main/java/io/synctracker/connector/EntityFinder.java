package io.synctracker.connector;

import io.synctracker.EntityRef;
import io.synctracker.model.EntityMapping;
import io.synctracker.model.EntityModels;
import io.synctracker.tracking.Link;
import io.synctracker.tracking.Links;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.LockMode;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

/** Loads the entities that records are about, and locks them, so that no other transaction changes them meanwhile. */
final class EntityFinder {

    private static final int CHUNK = 100;

    private final SessionImplementor session;
    private final EntityModels models;
    private final Bound bound;
    private final Links links;

    EntityFinder(SessionImplementor session, EntityModels models, Bound bound, Links links) {
        this.session = session;
        this.models = models;
        this.bound = bound;
        this.links = links;
    }

    /** Loads living entities, in the order of their ids. */
    Map<EntityRef, Object> load(Collection<EntityRef> entities) {
        EntityMapping mapping = models.rootOf(bound.mapping());
        Map<String, EntityRef> ordered = new TreeMap<>();
        entities.forEach(entity -> ordered.put(entity.id(), entity));
        List<Object> ids = ordered.keySet().stream().map(mapping::id).toList();
        Map<EntityRef, Object> loaded = new HashMap<>();
        if (!ids.isEmpty()) {
            List<?> found = session.findMultiple(mapping.javaType(), ids, LockMode.PESSIMISTIC_WRITE);
            int index = 0;
            for (EntityRef entity : ordered.values()) {
                Object each = found.get(index++);
                if (each != null) {
                    loaded.put(entity, Hibernate.unproxy(each));
                }
            }
        }
        return loaded;
    }

    /**
     * Finds entities that no record is linked to yet by their natural keys.
     *
     * @param keys the key of each change; empty for one that has none
     * @param refused is told whose key is another record's, or that of several entities
     * @return what was found
     */
    Map<Change, Object> byKey(Map<Change, Map<Field, @Nullable Object>> keys, Consumer<Refused> refused) {
        Map<List<@Nullable Object>, List<Object>> found = new HashMap<>();
        List<Map<Field, @Nullable Object>> wanted =
                keys.values().stream().filter(key -> !key.isEmpty()).toList();
        EntityWriter reader = new EntityWriter(session, models, bound);
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            for (Object entity : query(wanted.subList(from, Math.min(from + CHUNK, wanted.size())))) {
                found.computeIfAbsent(comparable(reader.values(entity, bound.key())), key -> new ArrayList<>())
                        .add(entity);
            }
        }
        Map<Change, Object> result = new LinkedHashMap<>();
        Map<EntityRef, Link> linked = linked(found.values().stream().flatMap(List::stream));
        keys.forEach((change, key) -> {
            List<@Nullable Object> values = new ArrayList<>();
            bound.key().forEach(field -> values.add(key.get(field)));
            List<Object> entities = found.getOrDefault(comparable(values), List.of());
            if (!key.isEmpty() && !entities.isEmpty()) {
                String problem = problem(entities, linked);
                if (problem == null) {
                    result.put(change, entities.get(0));
                } else {
                    refused.accept(change.candidate().refused(problem));
                }
            }
        });
        return result;
    }

    private @Nullable String problem(List<Object> entities, Map<EntityRef, Link> linked) {
        if (entities.size() > 1) {
            return entities.size() + " " + bound.model() + " have its natural key; it must be that of one.";
        }
        Link link = linked.get(ref(entities.get(0)));
        return link == null || link.externalId() == null
                ? null
                : "Its natural key is that of " + link.entity() + ", which is linked to '" + link.externalId() + "'.";
    }

    private Map<EntityRef, Link> linked(Stream<Object> entities) {
        List<EntityRef> refs = entities.map(this::ref).toList();
        return refs.isEmpty()
                ? Map.of()
                : session.doReturningWork(connection -> links.ofLiving(connection, bound.system(), refs));
    }

    private EntityRef ref(Object entity) {
        return bound.mapping().ref(session.getIdentifier(entity));
    }

    private List<Object> query(List<Map<Field, @Nullable Object>> keys) {
        CriteriaBuilder builder = session.getCriteriaBuilder();
        CriteriaQuery<Object> query = builder.createQuery(Object.class);
        Root<?> root = query.from(bound.binding().type());
        Predicate[] any = keys.stream()
                .map(key -> builder.and(key.entrySet().stream()
                        .map(part -> builder.equal(path(root, part.getKey()), part.getValue()))
                        .toArray(Predicate[]::new)))
                .toArray(Predicate[]::new);
        return session.createQuery(query.select(root).where(builder.or(any)))
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private static Path<?> path(Path<?> root, Field field) {
        Path<?> path = root;
        for (String step : field.steps()) {
            path = path.get(step);
        }
        return path;
    }

    /** Two numbers are the same whatever their scale. */
    private static List<@Nullable Object> comparable(List<@Nullable Object> values) {
        List<@Nullable Object> result = new ArrayList<>();
        values.forEach(value -> result.add(value instanceof BigDecimal number ? number.stripTrailingZeros() : value));
        return result;
    }
}
