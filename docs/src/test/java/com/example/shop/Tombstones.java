package com.example.shop;

import io.synctracker.tracking.SyncScopes;
import io.synctracker.tracking.SyncTrackedEntity;
import java.util.List;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

// tag::scopes-deleted[]
interface Tombstones
        extends Repository<SyncTrackedEntity, SyncTrackedEntity.Key>, JpaSpecificationExecutor<SyncTrackedEntity> {

    default List<SyncTrackedEntity> deletedHereAndStillIn(String system) {
        return findAll(SyncScopes.deletedPending(system));
    }
}
// end::scopes-deleted[]
