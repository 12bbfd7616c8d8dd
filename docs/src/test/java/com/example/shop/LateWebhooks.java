package com.example.shop;

import io.synctracker.tracking.SyncTracker;
import org.springframework.stereotype.Component;

@Component
class LateWebhooks {

    private final SyncTracker syncTracker;

    LateWebhooks(SyncTracker syncTracker) {
        this.syncTracker = syncTracker;
    }

    // tag::webhook-late[]
    boolean isAboutADeletedCustomer(String crmId) {
        return syncTracker.findByExternalId(crmId, "crm", Customer.class).isEmpty()
                && syncTracker.findTombstone(crmId, "crm", Customer.class).isPresent();
    }
    // end::webhook-late[]
}
