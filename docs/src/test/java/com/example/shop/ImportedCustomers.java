package com.example.shop;

import io.synctracker.tracking.SyncTracker;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ImportedCustomers {

    private final CustomerRepository customers;
    private final SyncTracker syncTracker;

    ImportedCustomers(CustomerRepository customers, SyncTracker syncTracker) {
        this.customers = customers;
        this.syncTracker = syncTracker;
    }

    // tag::mark-after-edit[]
    @Transactional
    public void take(CrmClient.Contact contact) {
        Customer customer = customers.save(new Customer());
        customer.name = contact.name();
        customer.email = contact.email();
        syncTracker.markAsSynced(customer, contact.id(), "crm");
    }
    // end::mark-after-edit[]
}
