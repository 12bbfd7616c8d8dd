package io.synctracker.connector;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What settings say about how a stream is bound: a {@link StreamBinding} whose entity is named by its model. Immutable.
 *
 * @param stream the stream's name
 * @param model the logical name of the tracked entity
 * @param fields the entity's attributes, each with the record's; empty for all that are named alike
 * @param naturalKey attributes of the entity that together find one that has no external id yet
 * @param deletion how the stream tells that a record is gone
 * @param incremental whether a run without window begins where the last one ended
 * @param conflict {@code remote-wins}, {@code local-wins}, {@code newest-wins}, {@code merge}, {@code undecided}, or the
 *     name of a {@link ConflictStrategy} bean
 * @param remoteAttributes for {@code merge}, the attributes that the record is the master of
 */
public record BindingSettings(
        String stream,
        String model,
        Map<String, String> fields,
        List<String> naturalKey,
        Deletion deletion,
        boolean incremental,
        String conflict,
        Set<String> remoteAttributes) {

    /** Copies what it is given. */
    public BindingSettings {
        fields = Map.copyOf(fields);
        naturalKey = List.copyOf(naturalKey);
        remoteAttributes = Set.copyOf(remoteAttributes);
    }
}
