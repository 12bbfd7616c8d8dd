package com.example.shop;

import io.synctracker.tracking.SyncScopes;
import io.synctracker.tracking.SyncTracker;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;

// tag::custom-manager[]
@Service
class LegacySync {

    private final LegacyClient legacy;
    private final ProductRepository products;
    private final SyncTracker syncTracker;

    LegacySync(LegacyClient legacy, ProductRepository products, SyncTracker syncTracker) {
        this.legacy = legacy;
        this.products = products;
        this.syncTracker = syncTracker;
    }

    void push(Product product) {
        try {
            String number = syncTracker
                    .externalId(product, "legacy")
                    .map(known -> legacy.update(known, product.name(), product.price()))
                    .orElseGet(() -> legacy.insert(product.name(), product.price()));
            syncTracker.markAsSynced(product, number, "legacy", Map.of("table", "ARTICLES"));
        } catch (LegacyException e) {
            syncTracker.markAsFailed(product, "legacy", e);
        }
    }

    /** Pushes everything that is not there as it is here; returns how many were tried. */
    int pushAll(String batch) {
        int tried = 0;
        long last = 0;
        List<Product> page = nextAfter(last);
        while (!page.isEmpty()) {
            for (Product product : page) {
                push(product);
                syncTracker.mergeMetadata(product, "legacy", Map.of("batch", batch, "place", ++tried));
                last = product.id();
            }
            page = nextAfter(last);
        }
        return tried;
    }

    /** Failed ones need a sync still, so the next page begins after the last one rather than with the next number. */
    private List<Product> nextAfter(long id) {
        Specification<Product> after = (root, query, builder) -> builder.greaterThan(root.get("id"), id);
        return products.findAll(
                        SyncScopes.<Product>needsSync("legacy").and(after), PageRequest.of(0, 100, Sort.by("id")))
                .getContent();
    }
}
// end::custom-manager[]
