package io.synctracker.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is written from a record. Immutable.
 *
 * @param path its name, with dots within embedded objects
 * @param source the record's attribute
 * @param type what it holds
 * @param parent the model that it refers to; {@code null} if it is no reference
 * @param identifier whether it is the entity's id
 */
record Field(
        String path, String source, Class<?> type, @Nullable String parent, boolean identifier) {

    Field from(String name) {
        return new Field(path, name, type, parent, identifier);
    }

    /** Returns the names on the way to it, the entity's own attribute first. */
    List<String> steps() {
        return List.of(path.split("\\."));
    }

    /**
     * Returns what a record's value becomes; of a reference, the other entity's external id.
     *
     * @throws MisfitException if it does not fit
     */
    @Nullable
    Object read(@Nullable Object value) {
        try {
            return Values.convert(value, parent == null ? type : String.class);
        } catch (MisfitException e) {
            throw new MisfitException("'" + source + "' " + e.getMessage() + " (attribute '" + path + "').");
        }
    }
}
