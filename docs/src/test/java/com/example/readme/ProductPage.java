package com.example.readme;

import io.synctracker.tracking.SyncTracker;
import java.util.Optional;

class ProductPage {

    private final SyncTracker syncTracker;

    ProductPage(SyncTracker syncTracker) {
        this.syncTracker = syncTracker;
    }

    // tag::readme-ask[]
    void show(Product product) {
        boolean upToDate = syncTracker.isSynced(product, "crm");
        Optional<String> crmId = syncTracker.externalId(product, "crm");
        Optional<Product> found = syncTracker.findByExternalId("SF-0042", "crm", Product.class);
    }
    // end::readme-ask[]
}
