package io.synctracker.model;

import io.synctracker.EntityRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.spi.NavigablePath;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an entity or of an embedded object, in Hibernate's order, in which a state holds their values.
 * Touches the database in no method but {@link #load}.
 *
 * @param all every attribute
 */
record Attributes(List<Attribute> all) {

    static Attributes of(Class<?> owner, String[] names, Type[] types, EntityModels models) {
        return new Attributes(IntStream.range(0, names.length)
                .mapToObj(i -> Attribute.of(owner, names[i], Shape.of(types[i], models)))
                .toList());
    }

    static Attributes of(ComponentType embedded, EntityModels models) {
        return of(embedded.getReturnedClass(), embedded.getPropertyNames(), embedded.getSubtypes(), models);
    }

    /** Returns a state as JSON knows it; what is ignored or not loaded is left out. */
    Map<String, @Nullable Object> json(@Nullable Object[] state) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < state.length; i++) {
            Attribute attribute = all.get(i);
            Object value = state[i];
            if (attribute.isAtHand(value)) {
                Object json = value == null ? null : attribute.shape().json(value);
                if (attribute.name().equals(NavigablePath.IDENTIFIER_MAPPER_PROPERTY)
                        && json instanceof Map<?, ?> ids) {
                    ids.forEach((name, id) -> values.put(String.valueOf(name), id));
                } else {
                    values.put(attribute.name(), json);
                }
            }
        }
        return values;
    }

    /** Returns the tracked entities that a state refers to. */
    Stream<EntityRef> parents(@Nullable Object[] state) {
        Stream.Builder<EntityRef> parents = Stream.builder();
        forEachValue(
                state, (attribute, value) -> attribute.shape().parents(value).forEach(parents));
        return parents.build();
    }

    /** Loads the collections that are part of the state of an entity that is attached to a session. */
    void load(@Nullable Object[] state) {
        forEachValue(state, (attribute, value) -> attribute.shape().load(value));
    }

    private void forEachValue(@Nullable Object[] state, BiConsumer<Attribute, Object> action) {
        for (int i = 0; i < state.length; i++) {
            Object value = state[i];
            boolean fetched = value != null && value != LazyPropertyInitializer.UNFETCHED_PROPERTY;
            if (fetched && !all.get(i).ignored()) {
                action.accept(all.get(i), value);
            }
        }
    }

    /** Returns whether two values of the attribute at an index differ in anything that is not ignored. */
    boolean differs(int index, @Nullable Object before, @Nullable Object after) {
        Attribute attribute = all.get(index);
        if (attribute.ignored()) {
            return false;
        }
        if (before == null || after == null || before == LazyPropertyInitializer.UNFETCHED_PROPERTY) {
            return before != after;
        }
        return attribute.shape().differs(before, after);
    }

    /** Returns the names of the collections that are part of the state. */
    Stream<String> ownRoles() {
        return all.stream()
                .filter(attribute -> !attribute.ignored())
                .flatMap(attribute -> attribute.shape().ownRoles());
    }

    List<String> sensitivePaths(String prefix) {
        return all.stream()
                .flatMap(attribute -> attribute.sensitivePaths(prefix).stream())
                .toList();
    }

    /** Returns whether anything in it is ignored, and so a change may be none. */
    boolean anyIgnored() {
        return all.stream()
                .anyMatch(attribute -> attribute.ignored() || attribute.shape().anyIgnored());
    }

    boolean allIgnored() {
        return !all.isEmpty() && all.stream().allMatch(Attribute::ignored);
    }
}
