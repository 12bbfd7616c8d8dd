package io.synctracker.snapshot;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.util.ClassUtils;

/** Reads local rows, by their ids. */
final class SnapshotQueries<T> {

    private static final int MAX_SIZE = 1000;
    private static final int CHUNK = 500;

    private final Snapshot<T> snapshot;
    private final EntityManager entities;
    private final String idName;

    SnapshotQueries(Snapshot<T> snapshot, EntityManagerFactory factory) {
        this.snapshot = snapshot;
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(factory);
        var type = factory.getMetamodel().entity(snapshot.type());
        if (!type.hasSingleIdAttribute()
                || !type.getId(type.getIdType().getJavaType())
                        .getType()
                        .getPersistenceType()
                        .equals(jakarta.persistence.metamodel.Type.PersistenceType.BASIC)) {
            throw new InvalidSnapshotException("The id of " + snapshot.model()
                    + " has several parts, by which a snapshot cannot be read in order. Use an id of one part.");
        }
        this.idName = type.getId(type.getIdType().getJavaType()).getName();
    }

    Optional<T> find(Object id) {
        return Optional.ofNullable(entities.find(snapshot.type(), id));
    }

    SnapshotPage<T> page(Map<String, ?> filters, int page, int size) {
        if (page < 0 || size < 1 || size > MAX_SIZE || (long) page * size > Integer.MAX_VALUE - MAX_SIZE) {
            throw new InvalidSnapshotException("There is no page " + page + " of " + size + " rows. Ask for page 0 or"
                    + " later, and for 1 to " + MAX_SIZE + " rows.");
        }
        List<T> rows = select(
                page * size,
                size + 1,
                (root, builder) -> filters.entrySet().stream()
                        .map(filter -> matches(root, builder, filter.getKey(), filter.getValue()))
                        .toArray(Predicate[]::new));
        boolean more = rows.size() > size;
        return new SnapshotPage<>(more ? rows.subList(0, size) : rows, page, size, more);
    }

    Stream<T> all() {
        return Stream.iterate(chunk(null), rows -> !rows.isEmpty(), rows -> chunk(rows.get(rows.size() - 1)))
                .flatMap(List::stream);
    }

    private List<T> chunk(@Nullable T after) {
        Object id = after == null
                ? null
                : entities.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(after);
        return select(
                0,
                CHUNK,
                (root, builder) ->
                        id == null ? new Predicate[0] : new Predicate[] {greater(root.get(idName), id, builder)});
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // which class the id has is known to the database only
    private static Predicate greater(Path<?> path, Object id, CriteriaBuilder builder) {
        return builder.greaterThan((Path) path, (Comparable) id);
    }

    private List<T> select(int offset, int limit, BiFunction<Root<T>, CriteriaBuilder, Predicate[]> conditions) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<T> query = builder.createQuery(snapshot.type());
        Root<T> root = query.from(snapshot.type());
        query.select(root).where(conditions.apply(root, builder)).orderBy(builder.asc(root.get(idName)));
        return entities.createQuery(query)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    private Predicate matches(Root<T> root, CriteriaBuilder builder, String name, @Nullable Object value) {
        Path<?> path = path(root, name);
        if (value == null) {
            return builder.isNull(path);
        }
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(path.getJavaType());
        if (!type.isInstance(value)) {
            throw new InvalidSnapshotException("The attribute '" + name + "' of " + snapshot.model() + " holds "
                    + type.getSimpleName() + " and not " + value.getClass().getSimpleName()
                    + ". Give a value of that class.");
        }
        return builder.equal(path, value);
    }

    private Path<?> path(Root<T> root, String name) {
        Path<?> path = root;
        try {
            for (String step : name.split("\\.", -1)) {
                path = path.get(step);
            }
            return path;
        } catch (IllegalArgumentException | IllegalStateException e) {
            TreeSet<String> known = new TreeSet<>();
            root.getModel().getSingularAttributes().forEach(attribute -> known.add(attribute.getName()));
            throw new InvalidSnapshotException("There is no attribute '" + name + "' in " + snapshot.model()
                    + " to look for. There are: " + String.join(", ", known) + ".");
        }
    }
}
