package io.synctracker.snapshot;

import io.synctracker.SyncStatus;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.SingularAttribute;
import org.springframework.data.jpa.domain.Specification;

/** Conditions on entities that embed {@link SyncStatusFields}, as Spring Data specifications. */
public final class SnapshotScopes {

    private SnapshotScopes() {}

    /**
     * Selects entities of which a change waits to be made in the external system.
     *
     * @param <T> an entity class that embeds the fields once
     */
    public static <T extends SyncStatusOwner> Specification<T> pendingSync() {
        return in(SyncStatus.PENDING);
    }

    /**
     * Selects entities of which the last change could not be made.
     *
     * @param <T> an entity class that embeds the fields once
     */
    public static <T extends SyncStatusOwner> Specification<T> failed() {
        return in(SyncStatus.FAILED);
    }

    /**
     * Selects entities that are what the external system holds.
     *
     * @param <T> an entity class that embeds the fields once
     */
    public static <T extends SyncStatusOwner> Specification<T> synced() {
        return in(SyncStatus.SYNCED);
    }

    /**
     * Selects entities of which the last change was not made because the record had changed too.
     *
     * @param <T> an entity class that embeds the fields once
     */
    public static <T extends SyncStatusOwner> Specification<T> conflicted() {
        return in(SyncStatus.CONFLICT);
    }

    private static <T> Specification<T> in(SyncStatus status) {
        return (root, query, builder) -> builder.equal(fields(root).get("status"), status);
    }

    private static <T> Path<Object> fields(Root<T> root) {
        for (SingularAttribute<? super T, ?> attribute : root.getModel().getSingularAttributes()) {
            if (attribute.getJavaType() == SyncStatusFields.class) {
                return root.get(attribute.getName());
            }
        }
        throw new InvalidSnapshotException(
                root.getJavaType().getName()
                        + " has no sync state on its row. Embed a SyncStatusFields in it, and let it implement SyncStatusOwner.");
    }
}
