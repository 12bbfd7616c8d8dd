package io.synctracker.tracking;

import io.synctracker.SyncState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where each entity stands in each external system, and finds it by its id there. Thread-safe. Every method
 * joins the caller's transaction, or runs in one of its own; within a transaction it first flushes, so that it sees and
 * covers what the transaction has changed so far, and it sees what the transaction has marked.
 *
 * <p>Methods that take an entity accept it attached or detached, and its proxy. They throw
 * {@link io.synctracker.model.NotTrackedException} for a class that is not tracked and {@link InvalidMarkException} for
 * an entity that is not saved yet, both before anything is written.
 */
public interface SyncTracker {

    /**
     * Notes that a system holds an entity as it is now. Edits that this transaction makes later are pending again.
     *
     * @param entity the entity
     * @param externalId its id in the system, 1 to 255 characters
     * @param system the system's name
     * @return where the entity stands now
     * @throws ExternalIdTakenException if another living entity of the type has that id there
     * @throws InvalidMarkException if the id or the name cannot be noted
     */
    SyncState markAsSynced(Object entity, String externalId, String system);

    /**
     * Notes that a system holds an entity as it is now, and merges metadata into what is noted about it.
     *
     * @param entity the entity
     * @param externalId its id in the system, 1 to 255 characters
     * @param system the system's name
     * @param metadata anything that can be written as JSON
     * @return where the entity stands now
     * @throws ExternalIdTakenException if another living entity of the type has that id there
     * @throws InvalidMarkException if a value cannot be noted
     */
    SyncState markAsSynced(Object entity, String externalId, String system, Map<String, ?> metadata);

    /**
     * Notes again that a system holds an entity as it is now; keeps its external id and metadata.
     *
     * @param entity the entity
     * @param system the system's name
     * @return where the entity stands now
     */
    SyncState markAsSynced(Object entity, String system);

    /**
     * Marks many entities in batches, one event each.
     *
     * @param <T> their type
     * @param entities the entities
     * @param externalId gives the id of each, or {@code null} to keep the known one
     * @param system the system's name
     * @param progress is told after each batch
     * @return where each stands now, in their order
     * @throws ExternalIdTakenException if an id is taken, also by an earlier one of these entities
     */
    <T> List<SyncState> markAllAsSynced(
            Collection<T> entities,
            Function<? super T, @Nullable String> externalId,
            String system,
            ProgressListener progress);

    /**
     * Notes that an attempt failed. Counts it; never touches when the entity was synced, and never makes it look
     * changed.
     *
     * @param entity the entity
     * @param system the system's name
     * @param error what went wrong; its class and message are kept
     * @return where the entity stands now
     */
    SyncState markAsFailed(Object entity, String system, Throwable error);

    /**
     * Notes that an attempt failed, and merges metadata into what is noted.
     *
     * @param entity the entity
     * @param system the system's name
     * @param error what went wrong, in words without secrets
     * @param metadata anything that can be written as JSON
     * @return where the entity stands now
     */
    SyncState markAsFailed(Object entity, String system, String error, Map<String, ?> metadata);

    /**
     * Notes that an entity has to be synced, though it has not changed.
     *
     * @param entity the entity
     * @param system the system's name
     * @return where the entity stands now
     */
    SyncState markAsPending(Object entity, String system);

    /**
     * Merges metadata into what is noted, atomically; changes nothing else.
     *
     * @param entity the entity
     * @param system the system's name
     * @param metadata anything that can be written as JSON
     * @return where the entity stands now
     */
    SyncState mergeMetadata(Object entity, String system, Map<String, ?> metadata);

    /**
     * Replaces what is noted; changes nothing else.
     *
     * @param entity the entity
     * @param system the system's name
     * @param metadata anything that can be written as JSON
     * @return where the entity stands now
     */
    SyncState setMetadata(Object entity, String system, Map<String, ?> metadata);

    /**
     * Returns whether an entity is in at least one system, and as it is now in every system that it was ever noted for.
     *
     * @param entity the entity
     */
    boolean isSynced(Object entity);

    /**
     * Returns whether a system holds an entity as it is now.
     *
     * @param entity the entity
     * @param system the system's name
     */
    boolean isSynced(Object entity, String system);

    /**
     * Returns whether an entity was never synced, has changed since, failed, or was marked as pending.
     *
     * @param entity the entity
     * @param system the system's name
     */
    boolean needsSync(Object entity, String system);

    /**
     * Returns where an entity stands in one system.
     *
     * @param entity the entity
     * @param system the system's name
     * @return empty if nothing was ever noted
     */
    Optional<SyncState> state(Object entity, String system);

    /**
     * Returns where an entity stands in every system that something was noted for.
     *
     * @param entity the entity
     * @return by the systems' names
     */
    List<SyncState> states(Object entity);

    /**
     * Returns an entity's id in a system.
     *
     * @param entity the entity
     * @param system the system's name
     * @return empty if none is known
     */
    Optional<String> externalId(Object entity, String system);

    /**
     * Finds a living entity by its id in a system.
     *
     * @param <T> its type
     * @param externalId the id there
     * @param system the system's name
     * @param type the entity's class, or a class above it
     * @return empty if no living entity has that id there
     */
    <T> Optional<T> findByExternalId(String externalId, String system, Class<T> type);

    /**
     * Finds living entities by their ids in a system.
     *
     * @param <T> their type
     * @param externalIds the ids there, any number
     * @param system the system's name
     * @param type the entities' class, or a class above it
     * @return what was found, by external id
     */
    <T> Map<String, T> findAllByExternalId(Collection<String> externalIds, String system, Class<T> type);

    /**
     * Finds what is left of a deleted entity by its id in a system.
     *
     * @param externalId the id there
     * @param system the system's name
     * @param type the entity's class
     * @return the one that was deleted last; empty if none with that id was
     */
    Optional<SyncState> findTombstone(String externalId, String system, Class<?> type);

    /**
     * Forgets an entity in a system, external id and all.
     *
     * @param entity the entity
     * @param system the system's name
     */
    void unlink(Object entity, String system);

    /**
     * Gives an entity's links to another one of the same class, as after a merge of two; both may live. The other is
     * pending then. A system in which the other already has a link is left as it is.
     *
     * @param from who has the links
     * @param to who gets them
     * @return how many were moved
     */
    int moveLinks(Object from, Object to);

    /**
     * Runs work whose changes come from a system: they are delivered to every other target and not sent back to it.
     * Bound to the transaction; what the work does in transactions of its own is not concerned.
     *
     * @param <R> what the work returns
     * @param system where the changes come from
     * @param work the work
     * @return what the work returned
     */
    <R> R applyingFrom(String system, Supplier<R> work);

    /**
     * Runs work whose changes come from a system, as {@link #applyingFrom(String, Supplier)} does.
     *
     * @param system where the changes come from
     * @param work the work
     */
    void applyingFrom(String system, Runnable work);

    /**
     * Records changes that Hibernate has not seen, such as those of a bulk statement in this transaction. An id whose
     * row is gone counts as deleted.
     *
     * @param type the entities' class
     * @param ids their ids, any number
     * @return how many were recorded; ids that never belonged to a tracked entity are not
     */
    int touch(Class<?> type, Collection<?> ids);

    /**
     * Records all entities that were there before the library was, and enqueues them for their targets, in transactions
     * of its own of at most 500 entities. May be run again at any time: what is known is left as it is.
     *
     * @param type the entities' class
     * @return how many entities were recorded or enqueued
     */
    long backfill(Class<?> type);

    /**
     * Records all entities that were there before the library was, as {@link #backfill(Class)} does.
     *
     * @param type the entities' class
     * @param progress is told after each batch
     * @return how many entities were recorded or enqueued
     */
    long backfill(Class<?> type, ProgressListener progress);
}
