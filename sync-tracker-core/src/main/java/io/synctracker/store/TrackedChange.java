package io.synctracker.store;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;

/**
 * What one transaction did to one entity, on its way to be counted.
 *
 * @param entity which entity
 * @param type what happened to it
 * @param incarnation the number to give the entity if it is not known yet; positive and random
 */
public record TrackedChange(EntityRef entity, ChangeType type, long incarnation) {}
