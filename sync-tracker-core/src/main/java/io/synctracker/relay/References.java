package io.synctracker.relay;

import io.synctracker.EntityRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the references to other entities in a payload, and writes their external ids beside them. */
final class References {

    private static final String TYPE = "type";
    private static final String ID = "id";
    private static final String EXTERNAL_ID = "externalId";

    private final Predicate<EntityRef> counts;

    /** @param counts whether something that looks like a reference is one */
    References(Predicate<EntityRef> counts) {
        this.counts = counts;
    }

    /** Returns all references, also those in lists. */
    Set<EntityRef> all(Map<String, @Nullable Object> attributes) {
        Set<EntityRef> found = new LinkedHashSet<>();
        collect(attributes, true, found);
        return found;
    }

    /** Returns the references that an entity holds itself, which are those that must be there before it. */
    Set<EntityRef> single(Map<String, @Nullable Object> attributes) {
        Set<EntityRef> found = new LinkedHashSet<>();
        collect(attributes, false, found);
        return found;
    }

    private void collect(@Nullable Object value, boolean lists, Set<EntityRef> found) {
        if (value instanceof Map<?, ?> map) {
            EntityRef reference = reference(map);
            if (reference != null) {
                found.add(reference);
            } else {
                map.values().forEach(member -> collect(member, lists, found));
            }
        } else if (lists && value instanceof List<?> list) {
            list.forEach(element -> collect(element, true, found));
        }
    }

    private @Nullable EntityRef reference(Map<?, ?> map) {
        if (map.size() == 2 && map.get(TYPE) instanceof String type && map.get(ID) instanceof String id) {
            EntityRef reference = new EntityRef(type, id);
            return counts.test(reference) ? reference : null;
        }
        return null;
    }

    /**
     * Returns a payload with the external ids of what it refers to.
     *
     * @param attributes the payload
     * @param externalIds the ids in the target's system, of those that have one
     */
    Map<String, @Nullable Object> resolved(
            Map<String, @Nullable Object> attributes, Map<EntityRef, String> externalIds) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        attributes.forEach((name, value) -> result.put(name, resolvedValue(value, externalIds)));
        return result;
    }

    private @Nullable Object resolvedValue(@Nullable Object value, Map<EntityRef, String> externalIds) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> result = new ArrayList<>();
            list.forEach(element -> result.add(resolvedValue(element, externalIds)));
            return result;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach((name, member) -> result.put(String.valueOf(name), resolvedValue(member, externalIds)));
        EntityRef reference = reference(map);
        String externalId = reference == null ? null : externalIds.get(reference);
        if (externalId != null) {
            result.put(EXTERNAL_ID, externalId);
        }
        return result;
    }
}
