package com.example.shop;

import io.synctracker.tracking.SyncTracker;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

// tag::webhook-service[]
@Service
class CrmChanges {

    private final CustomerRepository customers;
    private final SyncTracker syncTracker;

    CrmChanges(CustomerRepository customers, SyncTracker syncTracker) {
        this.customers = customers;
        this.syncTracker = syncTracker;
    }

    @Transactional
    public void apply(String crmId, CrmWebhook.ContactChanged change) {
        syncTracker.applyingFrom("crm", () -> {
            Customer customer = syncTracker
                    .findByExternalId(crmId, "crm", Customer.class)
                    .orElseGet(() -> customers.save(new Customer()));
            customer.name = change.name();
            customer.email = change.email();
            syncTracker.markAsSynced(customer, crmId, "crm", Map.of("crmUpdatedAt", change.updatedAt()));
        });
    }

    @Transactional
    public void remove(String crmId) {
        syncTracker.applyingFrom(
                "crm",
                () -> syncTracker.findByExternalId(crmId, "crm", Customer.class).ifPresent(customers::delete));
    }
}
// end::webhook-service[]
