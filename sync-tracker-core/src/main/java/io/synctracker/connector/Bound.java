package io.synctracker.connector;

import io.synctracker.model.EntityMapping;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A binding that was checked against the entities. Immutable.
 *
 * @param binding the binding
 * @param mapping the entity's class
 * @param fields what is written; empty if there is a mapper
 * @param key what finds an entity that has no external id yet
 * @param sensitive the paths of the model's sensitive attributes, with dots
 */
record Bound(
        StreamBinding<?> binding, EntityMapping mapping, List<Field> fields, List<Field> key, Set<String> sensitive) {

    String system() {
        return binding.system();
    }

    String stream() {
        return binding.stream();
    }

    String model() {
        return mapping.name();
    }

    /**
     * Returns what of a record is looked at and kept: what the fields name, flat, or everything if there is a mapper.
     */
    Map<String, @Nullable Object> content(RemoteRecord record) {
        if (binding.mapper() != null) {
            return record.attributes();
        }
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        for (Field field : all()) {
            if (has(record.attributes(), field.source())) {
                content.put(field.source(), value(record.attributes(), field.source()));
            }
        }
        return content;
    }

    /** Returns the names of what {@link #content} keeps that is encrypted where it is stored. */
    Set<String> secrets(RemoteRecord record) {
        if (sensitive.isEmpty()) {
            return Set.of();
        }
        if (binding.mapper() != null) {
            return record.attributes().keySet();
        }
        return all().stream()
                .filter(field -> isSensitive(field.path()))
                .map(Field::source)
                .collect(Collectors.toSet());
    }

    private boolean isSensitive(String path) {
        return sensitive.stream().anyMatch(secret -> path.equals(secret) || path.startsWith(secret + "."));
    }

    private Collection<Field> all() {
        Map<String, Field> all = new LinkedHashMap<>();
        fields.forEach(field -> all.put(field.path(), field));
        key.forEach(field -> all.putIfAbsent(field.path(), field));
        return all.values();
    }

    /**
     * Reads what a record says; an attribute that it has not is left out.
     *
     * @throws MisfitException if a value does not fit
     */
    Map<Field, @Nullable Object> read(RemoteRecord record) {
        return read(record, fields);
    }

    /**
     * Reads the natural key.
     *
     * @return empty if the record has not all of it
     * @throws MisfitException if a value does not fit
     */
    Map<Field, @Nullable Object> readKey(RemoteRecord record) {
        Map<Field, @Nullable Object> values = read(record, key);
        return values.size() < key.size() || values.containsValue(null) ? Map.of() : values;
    }

    private static Map<Field, @Nullable Object> read(RemoteRecord record, List<Field> fields) {
        Map<Field, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            if (has(record.attributes(), field.source())) {
                values.put(field, field.read(value(record.attributes(), field.source())));
            }
        }
        return values;
    }

    private static boolean has(Map<String, ?> attributes, String name) {
        return holder(attributes, name) != null;
    }

    private static @Nullable Object value(Map<String, ?> attributes, String name) {
        Map<?, ?> holder = holder(attributes, name);
        return holder == null
                ? null
                : holder.get(holder.containsKey(name) ? name : name.substring(name.lastIndexOf('.') + 1));
    }

    /** Returns the object that has the attribute: the record, or the one that the name's dots lead to. */
    private static @Nullable Map<?, ?> holder(Map<?, ?> attributes, String name) {
        if (attributes.containsKey(name)) {
            return attributes;
        }
        int dot = name.indexOf('.');
        return dot > 0 && attributes.get(name.substring(0, dot)) instanceof Map<?, ?> below
                ? holder(below, name.substring(dot + 1))
                : null;
    }
}
