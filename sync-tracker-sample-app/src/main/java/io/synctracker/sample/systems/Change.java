package io.synctracker.sample.systems;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change that a client asks for.
 *
 * @param key the idempotency key; {@code null} if the client gives none
 * @param action what is to happen
 * @param type what kind of record, such as {@code Product}
 * @param id which record; {@code null} for a new one
 * @param data the record's fields; for a delete they do not matter
 */
record Change(
        @Nullable String key,
        Action action,
        String type,
        @Nullable String id,
        @Nullable Map<String, @Nullable Object> data) {

    enum Action {
        CREATE,
        UPDATE,
        DELETE
    }

    /** Returns the name of a reference to a record that has no id here, if there is one. */
    @Nullable
    String unknownReference() {
        if (data == null) {
            return null;
        }
        return data.entrySet().stream()
                .filter(field -> field.getValue() instanceof Map<?, ?> reference
                        && reference.containsKey("type")
                        && reference.get("externalId") == null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
