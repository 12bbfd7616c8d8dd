package io.synctracker.tracking;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

/**
 * Gives a Spring Data repository the queries of {@link SyncScopes}: let it extend this beside its other interfaces.
 *
 * @param <T> a tracked entity class
 */
public interface SyncTrackedRepository<T> extends JpaSpecificationExecutor<T> {

    /**
     * Finds entities that a system does not hold as they are.
     *
     * @param system the system's name
     * @param pageable which page; by id where it says no order
     */
    default Page<T> findNeedingSync(String system, Pageable pageable) {
        return findAll(SyncScopes.<T>needsSync(system), pageable);
    }

    /**
     * Finds entities that a system holds as they are.
     *
     * @param system the system's name
     * @param pageable which page; by id where it says no order
     */
    default Page<T> findSynced(String system, Pageable pageable) {
        return findAll(SyncScopes.<T>synced(system), pageable);
    }

    /**
     * Finds entities whose last attempt has failed for good.
     *
     * @param system the system's name
     * @param pageable which page; by id where it says no order
     */
    default Page<T> findFailedSync(String system, Pageable pageable) {
        return findAll(SyncScopes.<T>failed(system), pageable);
    }

    /**
     * Finds entities that both sides have changed.
     *
     * @param system the system's name
     * @param pageable which page; by id where it says no order
     */
    default Page<T> findConflicted(String system, Pageable pageable) {
        return findAll(SyncScopes.<T>conflicted(system), pageable);
    }
}
