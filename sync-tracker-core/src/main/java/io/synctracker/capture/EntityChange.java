package io.synctracker.capture;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.Payload;
import io.synctracker.model.EntityMapping;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction has done to one entity so far.
 *
 * @param mapping the entity's class
 * @param entity which entity
 * @param id its id as Hibernate knows it
 * @param type what all of it comes to
 * @param state the values it has now, if they have to be stored
 * @param origin the system that all of it came from, or {@code null}
 */
@SuppressWarnings("ArrayRecordComponent") // Hibernate's own values, in its order; two changes are never compared
record EntityChange(
        EntityMapping mapping,
        EntityRef entity,
        Object id,
        ChangeType type,
        @Nullable Object @Nullable [] state,
        @Nullable String origin) {

    static EntityChange of(EntityMapping mapping, Object id, ChangeType type, @Nullable Object @Nullable [] state) {
        return new EntityChange(mapping, mapping.ref(id), id, type, needsState(mapping, type) ? state : null, null);
    }

    static boolean needsState(EntityMapping mapping, ChangeType type) {
        return type == ChangeType.DELETE || mapping.model().payload() == Payload.SNAPSHOT;
    }

    EntityChange from(@Nullable String system) {
        return new EntityChange(mapping, entity, id, type, state, system);
    }

    /** Returns what this change and a later one come to, or {@code null} if that is nothing. */
    @Nullable
    EntityChange then(EntityChange later) {
        ChangeType merged = merge(type, later.type);
        if (merged == null) {
            return null;
        }
        boolean sameOrigin = origin != null && origin.equals(later.origin);
        return new EntityChange(
                later.mapping,
                entity,
                later.id,
                merged,
                needsState(later.mapping, merged) ? newest(state, later.state) : null,
                sameOrigin ? origin : null);
    }

    private static @Nullable Object @Nullable [] newest(
            @Nullable Object @Nullable [] earlier, @Nullable Object @Nullable [] later) {
        return later == null ? earlier : later;
    }

    private static @Nullable ChangeType merge(ChangeType first, ChangeType second) {
        if (first == ChangeType.CREATE) {
            return second == ChangeType.DELETE ? null : ChangeType.CREATE;
        }
        if (first == ChangeType.DELETE) {
            return second == ChangeType.DELETE ? ChangeType.DELETE : ChangeType.UPDATE;
        }
        return second == ChangeType.CREATE ? ChangeType.UPDATE : second;
    }
}
