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
     * Reads what is stored for some entities in one system, whichever life each is in.
     *
     * @param connection the connection
     * @param system which system
     * @param entities which entities, in which life
     * @return the link of each that has one
     */
    Map<EntityRef, Link> find(Connection connection, String system, Collection<TrackedVersion> entities);

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
