package io.synctracker.connector;

import io.synctracker.model.EntityMapping;
import io.synctracker.model.EntityModels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.AnyType;
import org.hibernate.type.CollectionType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Knows the attributes of entity classes that a record can be written into, and writes them. Thread-safe. */
final class EntityAttributes {

    private final EntityModels models;

    EntityAttributes(EntityModels models) {
        this.models = models;
    }

    /** Returns the attributes of a class by their paths, each from the record's attribute of the same name. */
    Map<String, Field> of(EntityPersister persister) {
        Map<String, Field> fields = new TreeMap<>();
        String[] names = persister.getPropertyNames();
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < names.length; i++) {
            if (i != persister.getVersionPropertyIndex() && !names[i].startsWith("_")) {
                add(fields, names[i], types[i]);
            }
        }
        String id = persister.getIdentifierPropertyName();
        if (id != null && !(persister.getIdentifierType() instanceof ComponentType)) {
            fields.put(id, new Field(id, id, persister.getIdentifierType().getReturnedClass(), null, true));
        }
        return fields;
    }

    private void add(Map<String, Field> fields, String path, Type type) {
        if (type instanceof ComponentType embedded) {
            String[] names = embedded.getPropertyNames();
            for (int i = 0; i < names.length; i++) {
                add(fields, path + "." + names[i], embedded.getSubtypes()[i]);
            }
        } else if (type instanceof EntityType reference) {
            EntityMapping parent = models.mapping(reference.getAssociatedEntityName());
            if (parent != null && reference.isReferenceToPrimaryKey()) {
                fields.put(path, new Field(path, path, reference.getReturnedClass(), parent.name(), false));
            }
        } else if (!(type instanceof CollectionType) && !(type instanceof AnyType)) {
            fields.put(path, new Field(path, path, type.getReturnedClass(), null, false));
        }
    }

    /** Writes values into an entity: a whole embedded object is made anew from those that it had and those given. */
    static void write(
            Object entity,
            EntityPersister persister,
            Map<Field, @Nullable Object> values,
            SharedSessionContractImplementor session) {
        Map<List<String>, @Nullable Object> bySteps = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (field.identifier()) {
                persister.setIdentifier(entity, value, session);
            } else {
                bySteps.put(field.steps(), value);
            }
        });
        List<String> names = Arrays.asList(persister.getPropertyNames());
        for (Map.Entry<String, Map<List<String>, @Nullable Object>> part :
                byFirstStep(bySteps).entrySet()) {
            int index = names.indexOf(part.getKey());
            Object old = persister.getValue(entity, index);
            persister.setValue(entity, index, merged(persister.getPropertyTypes()[index], old, part.getValue()));
        }
    }

    private static @Nullable Object merged(
            Type type, @Nullable Object old, Map<List<String>, @Nullable Object> values) {
        if (!(type instanceof ComponentType embedded)) {
            return values.values().iterator().next();
        }
        Map<String, Map<List<String>, @Nullable Object>> byName = byFirstStep(values);
        List<String> names = Arrays.asList(embedded.getPropertyNames());
        @Nullable Object[] known = old == null ? new Object[names.size()] : embedded.getPropertyValues(old);
        EmbeddableMappingType mapping = embedded.getMappingModelPart().getEmbeddableTypeDescriptor();
        @Nullable Object[] result = new Object[mapping.getNumberOfAttributeMappings()];
        for (int i = 0; i < result.length; i++) {
            String name = mapping.getAttributeMapping(i).getAttributeName();
            int place = names.indexOf(name);
            Map<List<String>, @Nullable Object> below = byName.get(name);
            result[i] = below == null ? known[place] : merged(embedded.getSubtypes()[place], known[place], below);
        }
        return mapping.getRepresentationStrategy().getInstantiator().instantiate(() -> result);
    }

    private static Map<String, Map<List<String>, @Nullable Object>> byFirstStep(
            Map<List<String>, @Nullable Object> values) {
        Map<String, Map<List<String>, @Nullable Object>> byName = new LinkedHashMap<>();
        values.forEach((steps, value) -> {
            Map<List<String>, @Nullable Object> below = byName.get(steps.get(0));
            if (below == null) {
                below = new LinkedHashMap<>();
                byName.put(steps.get(0), below);
            }
            below.put(steps.subList(1, steps.size()), value);
        });
        return byName;
    }

    /** Returns what an entity holds of an attribute. */
    static @Nullable Object value(Object entity, EntityPersister persister, Field field) {
        List<String> steps = field.steps();
        int index = Arrays.asList(persister.getPropertyNames()).indexOf(steps.get(0));
        Object value = persister.getValue(entity, index);
        Type type = persister.getPropertyTypes()[index];
        for (String step : steps.subList(1, steps.size())) {
            if (value == null || !(type instanceof ComponentType embedded)) {
                return null;
            }
            int place = Arrays.asList(embedded.getPropertyNames()).indexOf(step);
            value = embedded.getPropertyValues(value)[place];
            type = embedded.getSubtypes()[place];
        }
        return value;
    }
}
