package io.synctracker.model;

import io.synctracker.EntityRef;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.type.AnyType;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.ForeignKeyDirection;
import org.hibernate.type.OneToOneType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** What an attribute, or an element of a collection, holds. Touches the database in no method but {@link #load}. */
abstract class Shape {

    /** Returns a value as JSON knows it. */
    abstract @Nullable Object json(Object value);

    /** Returns whether a value is part of its owner's state, and loaded. */
    boolean isAtHand(@Nullable Object value) {
        return true;
    }

    /** Loads what of a value is part of its owner's state. */
    void load(Object value) {}

    /** Returns the tracked entities that a value refers to as its only one. */
    Stream<EntityRef> parents(Object value) {
        return Stream.empty();
    }

    /** Returns whether two values that Hibernate holds for different do differ in what is sent. */
    boolean differs(Object before, Object after) {
        return true;
    }

    Stream<String> ownRoles() {
        return Stream.empty();
    }

    List<String> sensitivePaths(String path) {
        return List.of();
    }

    boolean anyIgnored() {
        return false;
    }

    /** Returns whether it has parts and every one is ignored, so that whether it is there at all is no change either. */
    boolean allIgnored() {
        return false;
    }

    static Shape of(Type type, EntityModels models) {
        if (type instanceof ComponentType embedded) {
            return new Embedded(embedded, Attributes.of(embedded, models));
        }
        if (type instanceof AnyType) {
            return new Reference(null, models);
        }
        if (type instanceof OneToOneType other && other.getForeignKeyDirection() == ForeignKeyDirection.TO_PARENT) {
            return new OthersOwn();
        }
        if (type instanceof EntityType entity) {
            return new Reference(entity.getAssociatedEntityName(), models);
        }
        return type instanceof CollectionType collection ? collection(collection, models) : new Plain();
    }

    @SuppressWarnings("removal") // Hibernate has no other way yet from a collection to the type of its elements
    private static Shape collection(CollectionType type, EntityModels models) {
        CollectionPersister persister = models.factory().getMappingMetamodel().getCollectionDescriptor(type.getRole());
        return persister.isInverse()
                ? new OthersOwn()
                : new Elements(
                        type.getRole(),
                        persister.hasIndex() ? of(persister.getIndexType(), models) : new Plain(),
                        of(persister.getElementType(), models));
    }

    /** Text, a number, or anything else that stands for itself. */
    private static final class Plain extends Shape {

        @Override
        @Nullable
        Object json(Object value) {
            return JsonText.plain(value);
        }
    }

    /** What the row of another entity decides. */
    private static final class OthersOwn extends Shape {

        @Override
        @Nullable
        Object json(Object value) {
            return null;
        }

        @Override
        boolean isAtHand(@Nullable Object value) {
            return false;
        }
    }

    /** An object whose attributes are its owner's. */
    private static final class Embedded extends Shape {

        private final ComponentType type;
        private final Attributes attributes;

        Embedded(ComponentType type, Attributes attributes) {
            this.type = type;
            this.attributes = attributes;
        }

        @Override
        Object json(Object value) {
            return attributes.json(type.getPropertyValues(value));
        }

        @Override
        void load(Object value) {
            attributes.load(type.getPropertyValues(value));
        }

        @Override
        Stream<EntityRef> parents(Object value) {
            return attributes.parents(type.getPropertyValues(value));
        }

        @Override
        boolean differs(Object before, Object after) {
            @Nullable Object[] old = type.getPropertyValues(before);
            @Nullable Object[] now = type.getPropertyValues(after);
            for (int i = 0; i < now.length; i++) {
                if (!type.getSubtypes()[i].isEqual(old[i], now[i]) && attributes.differs(i, old[i], now[i])) {
                    return true;
                }
            }
            return false;
        }

        @Override
        Stream<String> ownRoles() {
            return attributes.ownRoles();
        }

        @Override
        List<String> sensitivePaths(String path) {
            return attributes.sensitivePaths(path + "/");
        }

        @Override
        boolean anyIgnored() {
            return attributes.anyIgnored();
        }

        @Override
        boolean allIgnored() {
            return attributes.allIgnored();
        }
    }

    /** Another entity; of any class where no name is declared. */
    private static final class Reference extends Shape {

        private final @Nullable String declared;
        private final EntityModels models;

        Reference(@Nullable String declared, EntityModels models) {
            this.declared = declared;
            this.models = models;
        }

        @Override
        Object json(Object value) {
            EntityRef tracked = models.ref(entityName(value), value);
            Map<String, @Nullable Object> reference = new LinkedHashMap<>();
            if (tracked != null) {
                reference.put("type", tracked.type());
                reference.put("id", tracked.id());
            } else {
                reference.put("id", models.plainId(entityName(value), value));
            }
            return reference;
        }

        @Override
        Stream<EntityRef> parents(Object value) {
            return Stream.ofNullable(models.ref(entityName(value), value));
        }

        private String entityName(Object value) {
            return declared == null ? EntityModels.declaredName(value) : declared;
        }
    }

    /** A collection that its owner's row decides on. One that hides something sensitive is sensitive as a whole. */
    private static final class Elements extends Shape {

        private final String role;
        private final Shape key;
        private final Shape element;

        Elements(String role, Shape key, Shape element) {
            this.role = role;
            this.key = key;
            this.element = element;
        }

        @Override
        boolean isAtHand(@Nullable Object value) {
            return value != null && Hibernate.isInitialized(value);
        }

        @Override
        void load(Object value) {
            Hibernate.initialize(value);
        }

        @Override
        Object json(Object value) {
            if (value instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                map.forEach((name, each) -> members.put(keyText(name), elementJson(each)));
                return members;
            }
            List<@Nullable Object> list = new ArrayList<>();
            if (value instanceof Collection<?> collection) {
                collection.forEach(each -> list.add(elementJson(each)));
            } else {
                for (int i = 0; i < Array.getLength(value); i++) {
                    list.add(elementJson(Array.get(value, i)));
                }
            }
            return list;
        }

        private @Nullable Object elementJson(@Nullable Object value) {
            return value == null ? null : element.json(value);
        }

        private String keyText(@Nullable Object value) {
            Object json = value == null ? null : key.json(value);
            if (key instanceof Reference && json instanceof Map<?, ?> reference) {
                json = reference.get("id");
            }
            return json instanceof Map<?, ?> ? JsonText.write(json) : String.valueOf(json);
        }

        @Override
        Stream<String> ownRoles() {
            return Stream.of(role);
        }

        @Override
        List<String> sensitivePaths(String path) {
            boolean hides = !key.sensitivePaths(path).isEmpty()
                    || !element.sensitivePaths(path).isEmpty();
            return hides ? List.of(path) : List.of();
        }
    }
}
