package io.synctracker.tracking;

import io.synctracker.SyncTracked;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.IdentifiableType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** The canonical text of an entity's id, said in a query. */
final class IdText {

    private IdText() {}

    /** Returns the logical name of the topmost tracked class that an entity class belongs to. */
    static String modelName(Root<?> root) {
        EntityType<?> type = root.getModel();
        EntityType<?> named = type;
        for (IdentifiableType<?> each = type; each != null; each = each.getSupertype()) {
            if (each instanceof EntityType<?> entity && each.getJavaType().isAnnotationPresent(SyncTracked.class)) {
                named = entity;
            }
        }
        SyncTracked annotation = named.getJavaType().getDeclaredAnnotation(SyncTracked.class);
        return annotation == null || annotation.name().isEmpty() ? named.getName() : annotation.name();
    }

    static Path<?> path(Root<?> root) {
        EntityType<?> type = root.getModel();
        return type.hasSingleIdAttribute()
                ? root.get(type.getId(type.getIdType().getJavaType()).getName())
                : root.get(attributes(type.getIdClassAttributes()).get(0).getName());
    }

    static Expression<String> of(Root<?> root, CriteriaBuilder builder) {
        EntityType<?> type = root.getModel();
        HibernateCriteriaBuilder hibernate = (HibernateCriteriaBuilder) builder;
        if (!type.hasSingleIdAttribute()) {
            return json(root, attributes(type.getIdClassAttributes()), hibernate);
        }
        Path<?> id = path(root);
        return type.getIdType() instanceof EmbeddableType<?> embeddable
                ? json(id, attributes(embeddable.getAttributes()), hibernate)
                : text(id, hibernate);
    }

    private static List<SingularAttribute<?, ?>> attributes(Iterable<?> attributes) {
        List<SingularAttribute<?, ?>> sorted = new ArrayList<>();
        attributes.forEach(attribute -> sorted.add((SingularAttribute<?, ?>) attribute));
        sorted.sort(Comparator.comparing(SingularAttribute::getName));
        return sorted;
    }

    private static Expression<String> text(Path<?> path, HibernateCriteriaBuilder builder) {
        return builder.cast((org.hibernate.query.criteria.JpaExpression<?>) path, String.class);
    }

    /** Puts the JSON together from its members; numbers and truth values stand as they are, all else in quotes. */
    private static Expression<String> json(
            Path<?> path, List<SingularAttribute<?, ?>> attributes, HibernateCriteriaBuilder builder) {
        Expression<String> json = builder.literal("{");
        String comma = "";
        for (SingularAttribute<?, ?> attribute : attributes) {
            Path<?> member = path.get(attribute.getName());
            boolean bare = isBare(attribute.getJavaType());
            String quote = bare ? "" : "\"";
            Expression<String> value = text(member, builder);
            json = builder.concat(json, comma + "\"" + attribute.getName() + "\":" + quote);
            json = builder.concat(json, bare ? value : escaped(value, builder));
            json = builder.concat(json, quote);
            comma = ",";
        }
        return builder.concat(json, "}");
    }

    private static Expression<String> escaped(Expression<String> value, HibernateCriteriaBuilder builder) {
        Expression<String> slashes = builder.replace(value, "\\", "\\\\");
        return builder.replace(slashes, "\"", "\\\"");
    }

    private static boolean isBare(Class<?> type) {
        return type.isPrimitive() && type != char.class || Number.class.isAssignableFrom(type) || type == Boolean.class;
    }
}
