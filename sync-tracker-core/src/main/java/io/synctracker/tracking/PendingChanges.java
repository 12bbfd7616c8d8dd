package io.synctracker.tracking;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.model.EntityMapping;
import io.synctracker.model.EntityModels;
import io.synctracker.store.TrackedVersion;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * What a running transaction has changed and not written down yet, for the package that tracks. Every method concerns
 * the transaction of the session it is given, and is called by its thread.
 */
public interface PendingChanges {

    /** The property of the entity manager factory that holds the changes of its transactions. */
    String SETTING = "io.synctracker.capture";

    /** Returns the tracked classes of the factory. */
    EntityModels models();

    /**
     * Returns whether the transaction has changed an entity since the last time it was written down.
     *
     * @param session a flushed session
     * @param entity which entity
     */
    boolean contains(SharedSessionContractImplementor session, EntityRef entity);

    /**
     * Writes down now what the transaction has changed of an entity, rather than before the commit, and goes on with
     * something that needs the version. If that fails, the changes are as if they had not been written; the caller
     * rolls the connection back to where it was.
     *
     * @param <R> what comes of it
     * @param session a flushed session
     * @param entity which entity
     * @param exceptSystem the system that needs no delivery of it
     * @param next takes the entity's version with these changes, or {@code null} if there are none
     * @return what came of it
     */
    <R> R writing(
            SharedSessionContractImplementor session,
            EntityRef entity,
            String exceptSystem,
            Function<@Nullable TrackedVersion, R> next);

    /**
     * Records a change that Hibernate has not seen.
     *
     * @param session the session
     * @param mapping the entity's class
     * @param id its id
     * @param type what happened
     */
    void add(SharedSessionContractImplementor session, EntityMapping mapping, Object id, ChangeType type);

    /**
     * Runs work whose changes came from a system and are not sent back to it. Flushes before and after.
     *
     * @param <R> what the work returns
     * @param session the session
     * @param system where the changes came from
     * @param work the work
     * @return what the work returned
     */
    <R> R from(SharedSessionContractImplementor session, String system, Supplier<R> work);
}
