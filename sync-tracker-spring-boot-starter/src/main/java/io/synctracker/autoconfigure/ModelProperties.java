package io.synctracker.autoconfigure;

import io.synctracker.Payload;
import io.synctracker.model.ModelSettings;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of one tracked entity class. What is absent is inherited from its annotation, or from the defaults.
 *
 * @param enabled Whether it is tracked at all; naming a class tracks it even without an annotation.
 * @param trackCreated Whether creates are recorded.
 * @param trackUpdated Whether updates are recorded.
 * @param trackDeleted Whether deletes are recorded.
 * @param targets Who receives its changes; empty for nobody.
 * @param payload What a delivery carries.
 * @param coalesce Whether changes that wait for the same target are folded into one delivery.
 */
record ModelProperties(
        @Nullable Boolean enabled,
        @Nullable Boolean trackCreated,
        @Nullable Boolean trackUpdated,
        @Nullable Boolean trackDeleted,
        @Nullable Set<String> targets,
        @Nullable Payload payload,
        @Nullable Boolean coalesce) {

    ModelSettings.Model toSettings() {
        return new ModelSettings.Model(enabled, trackCreated, trackUpdated, trackDeleted, targets, payload, coalesce);
    }
}
