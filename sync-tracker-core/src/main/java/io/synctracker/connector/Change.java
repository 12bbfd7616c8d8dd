package io.synctracker.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that is not as it was, and what it says.
 *
 * @param candidate the record
 * @param values what it says, converted; of a reference the id of the other entity here
 */
record Change(Candidate candidate, Map<Field, @Nullable Object> values) {

    String externalId() {
        return candidate.externalId();
    }

    boolean isDeletion() {
        return candidate.record().deleted();
    }

    Change with(Field field, Object value) {
        Map<Field, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(field, value);
        return new Change(candidate, changed);
    }
}
