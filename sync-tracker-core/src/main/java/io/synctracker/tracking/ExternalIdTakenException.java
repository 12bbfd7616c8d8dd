package io.synctracker.tracking;

import io.synctracker.EntityRef;
import io.synctracker.SyncTrackerException;
import org.jspecify.annotations.Nullable;

/** An external id was to be given to an entity, but another living entity of the type has it in that system. */
public final class ExternalIdTakenException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    private final transient EntityRef entity;
    private final transient @Nullable EntityRef holder;

    /**
     * Creates the exception.
     *
     * @param entity who was to get the id
     * @param holder who has it, or {@code null} if that is too new for the transaction to see
     * @param externalId the id
     * @param system the system that gave it
     */
    public ExternalIdTakenException(EntityRef entity, @Nullable EntityRef holder, String externalId, String system) {
        super("Cannot link " + entity + " to '" + externalId + "' in " + system + ": "
                + (holder == null ? "another " + entity.type() : holder)
                + " has that id there. Unlink that one first, or move its links if the two are one.");
        this.entity = entity;
        this.holder = holder;
    }

    /** Returns who was to get the id. */
    public EntityRef entity() {
        return entity;
    }

    /** Returns who has it, or {@code null} if another transaction gave it away too recently for this one to see. */
    public @Nullable EntityRef holder() {
        return holder;
    }
}
