package io.synctracker.relay;

import io.synctracker.model.EntityReader;
import io.synctracker.model.PayloadCodec;
import io.synctracker.model.TrackedModels;

/**
 * What a relay knows about the entities that it delivers.
 *
 * @param models which are tracked
 * @param reader reads them as they are now
 * @param codec reads what was stored of them
 * @param parents has a parent delivered before its children
 */
public record RelayEntities(TrackedModels models, EntityReader reader, PayloadCodec codec, ParentEnqueuer parents) {}
