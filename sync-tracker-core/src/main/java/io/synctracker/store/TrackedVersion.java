package io.synctracker.store;

import io.synctracker.EntityRef;

/**
 * Which life of an entity this is, and how often it has changed.
 *
 * @param entity which entity
 * @param incarnation which life: a deleted entity and a later one with the same id differ in it
 * @param version counted up by every transaction that changed the entity; 0 if none has since it is tracked
 */
public record TrackedVersion(EntityRef entity, long incarnation, long version) {}
