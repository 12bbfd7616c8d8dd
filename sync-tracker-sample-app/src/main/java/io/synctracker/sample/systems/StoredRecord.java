package io.synctracker.sample.systems;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as a system keeps it. Immutable.
 *
 * @param id given by the system
 * @param type what kind of record
 * @param writes how often clients have written it; what the system's own users change is not counted
 * @param data its fields
 */
record StoredRecord(String id, String type, int writes, Map<String, @Nullable Object> data) {

    StoredRecord {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    StoredRecord writtenWith(Map<String, @Nullable Object> newData) {
        return new StoredRecord(id, type, writes + 1, newData);
    }

    StoredRecord changedWith(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(data);
        merged.putAll(fields);
        return new StoredRecord(id, type, writes, merged);
    }
}
