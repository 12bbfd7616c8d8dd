package io.synctracker.model;

import io.synctracker.ChangeType;
import io.synctracker.Payload;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the settings say about tracked entity classes, beside their annotations.
 *
 * @param trackedByDefault which kinds of change are recorded where a model does not say
 * @param models by logical name or class name
 */
public record ModelSettings(Set<ChangeType> trackedByDefault, Map<String, Model> models) {

    /** Everything is recorded, and only annotations decide. */
    public static final ModelSettings DEFAULT = new ModelSettings(EnumSet.allOf(ChangeType.class), Map.of());

    /** Copies what it is given. */
    public ModelSettings {
        trackedByDefault = Set.copyOf(trackedByDefault);
        models = Map.copyOf(models);
    }

    /**
     * What the settings say about one model; everything that is {@code null} is inherited.
     *
     * @param enabled whether it is tracked at all
     * @param trackCreated whether creates are recorded
     * @param trackUpdated whether updates are recorded
     * @param trackDeleted whether deletes are recorded
     * @param targets who receives its changes
     * @param payload what a delivery carries
     * @param coalesce whether waiting changes are folded
     */
    public record Model(
            @Nullable Boolean enabled,
            @Nullable Boolean trackCreated,
            @Nullable Boolean trackUpdated,
            @Nullable Boolean trackDeleted,
            @Nullable Set<String> targets,
            @Nullable Payload payload,
            @Nullable Boolean coalesce) {

        /** Says nothing: tracked as the annotation and the defaults say. */
        public static final Model INHERIT = new Model(null, null, null, null, null, null, null);

        Set<ChangeType> tracked(Set<ChangeType> inherited) {
            EnumSet<ChangeType> tracked = EnumSet.noneOf(ChangeType.class);
            tracked.addAll(inherited);
            apply(tracked, ChangeType.CREATE, trackCreated);
            apply(tracked, ChangeType.UPDATE, trackUpdated);
            apply(tracked, ChangeType.DELETE, trackDeleted);
            return tracked;
        }

        private static void apply(Set<ChangeType> tracked, ChangeType type, @Nullable Boolean wanted) {
            if (wanted != null) {
                if (wanted) {
                    tracked.add(type);
                } else {
                    tracked.remove(type);
                }
            }
        }
    }
}
