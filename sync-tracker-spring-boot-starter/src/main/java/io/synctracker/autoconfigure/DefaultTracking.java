package io.synctracker.autoconfigure;

import io.synctracker.ChangeType;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which kinds of change are recorded where a model does not say.
 *
 * @param trackCreated Whether creates are recorded.
 * @param trackUpdated Whether updates are recorded.
 * @param trackDeleted Whether deletes are recorded.
 */
record DefaultTracking(
        @DefaultValue("true") boolean trackCreated,
        @DefaultValue("true") boolean trackUpdated,
        @DefaultValue("true") boolean trackDeleted) {

    Set<ChangeType> changes() {
        EnumSet<ChangeType> changes = EnumSet.allOf(ChangeType.class);
        changes.removeIf(change -> !tracks(change));
        return changes;
    }

    private boolean tracks(ChangeType change) {
        return switch (change) {
            case CREATE -> trackCreated;
            case UPDATE -> trackUpdated;
            case DELETE -> trackDeleted;
        };
    }
}
