package io.synctracker.tracking;

import io.synctracker.EntityRef;
import io.synctracker.SyncState;
import io.synctracker.store.TrackedVersion;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The rows that say where each entity stands in each system, for the packages that write them. Thread-safe; every
 * method joins the transaction of the connection it is given.
 */
public interface Links {

    /**
     * What is known of some entities in one system.
     *
     * @param living life and version of each that lives
     * @param links what the system holds of each, in the life that was asked for
     */
    record Standing(Map<EntityRef, TrackedVersion> living, Map<EntityRef, Link> links) {}

    /**
     * Reads where entities stand in one system.
     *
     * @param connection the connection
     * @param system which system
     * @param entities which entities, in which life
     * @return what is known of each, its row and its link as of one moment
     */
    Standing standing(Connection connection, String system, Collection<TrackedVersion> entities);

    /**
     * Reads what a system holds of living entities.
     *
     * @param connection the connection
     * @param system which system
     * @param entities which ones
     * @return the link of each that lives and has one
     */
    Map<EntityRef, Link> ofLiving(Connection connection, String system, Collection<EntityRef> entities);

    /**
     * Reads life and version of living entities.
     *
     * @param connection the connection
     * @param entities which ones
     * @return of each that is tracked and lives
     */
    Map<EntityRef, TrackedVersion> versions(Connection connection, Collection<EntityRef> entities);

    /**
     * Writes changes, and returns where each entity stands after it. Nothing is written about an entity whose external
     * id belongs to another one; the transaction stays usable.
     *
     * @param connection the connection
     * @param changes what to note, at most one per entity and system
     * @return one outcome for each change, in their order
     */
    List<Outcome> write(Connection connection, List<LinkChange> changes);

    /**
     * As {@link #write}, with fewer statements and for a transaction that can be begun again: if another one has made a
     * link or given away an external id in the meantime, this transaction cannot go on.
     *
     * @param connection the connection
     * @param changes attempts that succeeded or failed, at most one per entity and system
     * @return one outcome for each change, in their order
     * @throws org.springframework.dao.DuplicateKeyException if another transaction got in between; {@link #write}, in
     *     a new transaction and one by one, then says of each change what becomes of it
     * @throws LinkBusyException if another transaction holds one of the links; the same applies. Nobody is waited for,
     *     since that one may wait for another of these links in its turn
     */
    List<Outcome> writeAtOnce(Connection connection, List<LinkChange> changes);

    /** What came of a change. */
    sealed interface Outcome {

        /**
         * The change stands.
         *
         * @param state where the entity stands now
         */
        record Written(SyncState state) implements Outcome {}

        /**
         * The external id belongs to another living entity; nothing was written.
         *
         * @param clash what to throw, or to note
         */
        record Taken(ExternalIdTakenException clash) implements Outcome {}
    }
}
