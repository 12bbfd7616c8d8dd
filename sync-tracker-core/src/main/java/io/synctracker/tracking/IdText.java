package io.synctracker.tracking;

import io.synctracker.SyncTrackerException;
import io.synctracker.model.NotTrackedException;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.Type;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaExpression;
import org.hibernate.query.sqm.NodeBuilder;

/** The canonical text of an entity's id, said in a query. */
final class IdText {

    /** What SQL turns into the same text as Java does, and JSON writes without quotes. */
    private static final Set<Class<?>> BARE = Set.of(
            byte.class,
            short.class,
            int.class,
            long.class,
            boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Boolean.class,
            BigInteger.class);

    /** What SQL turns into the same text as Java does, and JSON writes in quotes. */
    private static final Set<Class<?>> QUOTED =
            Set.of(String.class, char.class, Character.class, UUID.class, LocalDate.class);

    private final HibernateCriteriaBuilder builder;

    private IdText(HibernateCriteriaBuilder builder) {
        this.builder = builder;
    }

    /**
     * Returns the logical name of the model that an entity class belongs to.
     *
     * @throws NotTrackedException if it is not tracked
     */
    static String modelName(Root<?> root, CriteriaBuilder builder) {
        Object capture = ((NodeBuilder) builder)
                .getMappingMetamodel()
                .getEntityDescriptor(root.getModel().getJavaType())
                .getFactory()
                .getProperties()
                .get(PendingChanges.SETTING);
        if (capture instanceof PendingChanges pending) {
            return pending.models().mappingOf(root.getModel().getJavaType()).name();
        }
        throw new NotTrackedException(root.getModel().getJavaType().getName());
    }

    /** Returns the order of the ids, in which no two entities are equal. */
    static List<Order> order(Root<?> root, CriteriaBuilder builder) {
        return idAttributes(root.getModel()).stream()
                .map(attribute -> builder.asc(root.get(attribute.getName())))
                .toList();
    }

    /**
     * Returns the text of an entity's id.
     *
     * @throws SyncTrackerException if SQL cannot write it as Java does
     */
    static Expression<String> of(Root<?> root, CriteriaBuilder builder) {
        IdText text = new IdText((HibernateCriteriaBuilder) builder);
        EntityType<?> type = root.getModel();
        return type.hasSingleIdAttribute() && !(type.getIdType() instanceof EmbeddableType<?>)
                ? text.plain(root.get(idAttributes(type).get(0).getName()), type.getIdType())
                : text.ofEntity(root, type);
    }

    private Expression<String> ofEntity(Path<?> path, EntityType<?> type) {
        List<SingularAttribute<?, ?>> attributes = idAttributes(type);
        return type.hasSingleIdAttribute()
                ? json(path.get(attributes.get(0).getName()), type.getIdType())
                : json(path, attributes);
    }

    private static List<SingularAttribute<?, ?>> idAttributes(EntityType<?> type) {
        return type.hasSingleIdAttribute()
                ? List.of(type.getId(type.getIdType().getJavaType()))
                : sorted(type.getIdClassAttributes());
    }

    private static List<SingularAttribute<?, ?>> sorted(Iterable<?> attributes) {
        List<SingularAttribute<?, ?>> sorted = new ArrayList<>();
        attributes.forEach(attribute -> sorted.add((SingularAttribute<?, ?>) attribute));
        sorted.sort(Comparator.comparing(SingularAttribute::getName));
        return sorted;
    }

    /** Puts JSON together; numbers and truth values stand as they are, all else in quotes. */
    private Expression<String> json(Path<?> path, Type<?> type) {
        if (type instanceof EmbeddableType<?> embeddable) {
            return json(path, sorted(embeddable.getAttributes()));
        }
        if (type instanceof EntityType<?> entity) {
            return ofEntity(path, entity);
        }
        Expression<String> text = plain(path, type);
        return BARE.contains(type.getJavaType()) ? text : builder.concat(builder.concat("\"", escaped(text)), "\"");
    }

    private Expression<String> json(Path<?> path, List<SingularAttribute<?, ?>> attributes) {
        Expression<String> json = builder.literal("{");
        String comma = "";
        for (SingularAttribute<?, ?> attribute : attributes) {
            json = builder.concat(json, comma + "\"" + attribute.getName() + "\":");
            json = builder.concat(json, json(path.get(attribute.getName()), attribute.getType()));
            comma = ",";
        }
        return builder.concat(json, "}");
    }

    private Expression<String> escaped(Expression<String> value) {
        Expression<String> slashes = builder.replace(value, "\\", "\\\\");
        return builder.replace(slashes, "\"", "\\\"");
    }

    private Expression<String> plain(Path<?> path, Type<?> type) {
        Class<?> javaType = type.getJavaType();
        if (javaType.isEnum()) {
            return spelledOut(path, javaType.getEnumConstants());
        }
        if (javaType == boolean.class || javaType == Boolean.class) {
            return spelledOut(path, true, false);
        }
        if (!BARE.contains(javaType) && !QUOTED.contains(javaType)) {
            throw new SyncTrackerException("A sync scope cannot compare an id with a part of type " + javaType.getName()
                    + ", which databases write in other words than Java. Use whole numbers, text, UUID, LocalDate or"
                    + " enums in ids, or ask SyncTracker for each entity.");
        }
        return builder.cast((JpaExpression<?>) path, String.class);
    }

    /** Names each value, however it is stored. */
    private Expression<String> spelledOut(Path<?> path, Object... values) {
        CriteriaBuilder.Case<String> text = builder.selectCase();
        for (Object value : values) {
            text.when(builder.equal(path, value), value instanceof Enum<?> constant ? constant.name() : "" + value);
        }
        return text.otherwise(builder.nullLiteral(String.class));
    }
}
