package io.synctracker.tracking;

import io.synctracker.SyncStatus;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Conditions for queries by where entities stand, as Spring Data specifications. Each orders by id where the query has
 * no order of its own, so that pages are stable. What the running transaction has changed and not yet committed counts
 * as it was before.
 */
public final class SyncScopes {

    private SyncScopes() {}

    /**
     * Selects entities that a system does not hold as they are: never synced, also because they were there before the
     * library, changed since, failed, in conflict, or marked as pending.
     *
     * @param <T> a tracked entity class
     * @param system the system's name
     */
    public static <T> Specification<T> needsSync(String system) {
        return (root, query, builder) -> builder.not(exists(root, query, builder, system, SyncStatus.SYNCED));
    }

    /**
     * Selects entities that a system holds as they are.
     *
     * @param <T> a tracked entity class
     * @param system the system's name
     */
    public static <T> Specification<T> synced(String system) {
        return (root, query, builder) -> exists(root, query, builder, system, SyncStatus.SYNCED);
    }

    /**
     * Selects entities whose last attempt has failed for good.
     *
     * @param <T> a tracked entity class
     * @param system the system's name
     */
    public static <T> Specification<T> failed(String system) {
        return (root, query, builder) -> exists(root, query, builder, system, SyncStatus.FAILED);
    }

    /**
     * Selects entities that both sides have changed, and nobody has decided on.
     *
     * @param <T> a tracked entity class
     * @param system the system's name
     */
    public static <T> Specification<T> conflicted(String system) {
        return (root, query, builder) -> exists(root, query, builder, system, SyncStatus.CONFLICT);
    }

    /**
     * Selects what is left of deleted entities that a system had and does not know to be gone.
     *
     * @param system the system's name
     */
    public static Specification<SyncTrackedEntity> deletedPending(String system) {
        return (root, query, builder) -> {
            if (query != null && query.getOrderList().isEmpty() && query.getResultType() != Long.class) {
                query.orderBy(
                        builder.asc(root.get("modelName")),
                        builder.asc(root.get("modelId")),
                        builder.asc(root.get("incarnation")));
            }
            return builder.and(
                    builder.equal(root.get("systemName"), system),
                    builder.isNotNull(root.get("deletedAt")),
                    builder.isNotNull(root.get("syncedVersion")),
                    builder.notEqual(root.get("status"), SyncStatus.SYNCED));
        };
    }

    private static Predicate exists(
            Root<?> root, @Nullable CriteriaQuery<?> query, CriteriaBuilder builder, String system, SyncStatus status) {
        if (query == null) {
            throw new IllegalArgumentException("A sync scope needs a query to stand in");
        }
        if (query.getOrderList().isEmpty() && query.getResultType() != Long.class) {
            query.orderBy(IdText.order(root, builder));
        }
        Subquery<Integer> subquery = query.subquery(Integer.class);
        Root<SyncTrackedEntity> row = subquery.from(SyncTrackedEntity.class);
        Expression<String> id = IdText.of(root, builder);
        subquery.select(builder.literal(1))
                .where(
                        builder.equal(row.get("modelName"), IdText.modelName(root, builder)),
                        builder.equal(row.get("modelId"), id),
                        builder.equal(row.get("systemName"), system),
                        builder.isNull(row.get("deletedAt")),
                        builder.equal(row.get("status"), status));
        return builder.exists(subquery);
    }
}
