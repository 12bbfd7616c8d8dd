package io.synctracker;

import static java.util.Objects.requireNonNull;

/**
 * Names one entity in words that survive a renamed class.
 *
 * @param type the logical type name
 * @param id the canonical text of the id: the plain text of a single value, JSON with sorted keys of a composite one
 */
public record EntityRef(String type, String id) {

    /** Checks that both parts are present. */
    public EntityRef {
        requireNonNull(type, "type");
        requireNonNull(id, "id");
    }

    /** Returns type and id as a person reads them, such as {@code product 42}. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
