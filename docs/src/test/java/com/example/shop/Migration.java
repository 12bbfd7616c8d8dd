package com.example.shop;

import io.synctracker.tracking.SyncScopes;
import io.synctracker.tracking.SyncTracker;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The code of docs/how-to/migrate-from-timestamps.md. */
@Service
class Migration {

    private final ProductRepository products;
    private final SyncTracker syncTracker;

    Migration(ProductRepository products, SyncTracker syncTracker) {
        this.products = products;
        this.syncTracker = syncTracker;
    }

    // tag::migrate-known-ids[]
    @Transactional
    public void takeOver(Long productId, String erpNumber, boolean upToDate) {
        Product product = products.findById(productId).orElseThrow();
        syncTracker.markAsSynced(product, erpNumber, "erp");
        if (!upToDate) {
            syncTracker.touch(Product.class, List.of(productId));
        }
    }
    // end::migrate-known-ids[]

    // tag::migrate-count[]
    long notYetInTheErp() {
        return products.count(SyncScopes.needsSync("erp"));
    }
    // end::migrate-count[]
}
