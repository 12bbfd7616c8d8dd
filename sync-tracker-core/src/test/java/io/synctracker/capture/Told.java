package io.synctracker.capture;

import io.synctracker.model.JsonText;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An entry for a target.
 *
 * @param action what happened
 * @param row to which row
 * @param version its version
 * @param state the stored state, or {@code null} if the row is read when it is delivered
 * @param origin where it came from, or {@code null}
 */
record Told(
        String action,
        int row,
        long version,
        @Nullable State state,
        @Nullable String origin) {

    /**
     * What a row holds.
     *
     * @param name its name, or {@code null} if it has none
     * @param tags its tags
     */
    record State(@Nullable String name, SortedSet<String> tags) {}

    /** Reads an entry; tags are left out of a delete, which has them only if somebody has looked at them before. */
    static Told read(String action, int row, long version, @Nullable String data, @Nullable String origin) {
        State state = null;
        if (data != null) {
            Map<String, @Nullable Object> values = JsonText.readMap(data);
            SortedSet<String> tags = new TreeSet<>();
            if (!action.equals("delete") && values.get("tags") instanceof Collection<?> found) {
                found.forEach(tag -> tags.add(String.valueOf(tag)));
            }
            state = new State((String) values.get("name"), tags);
        }
        return new Told(action, row, version, state, origin);
    }
}
