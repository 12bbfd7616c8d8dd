package com.example.shop;

import io.synctracker.SyncState;
import io.synctracker.SyncStatus;
import io.synctracker.tracking.SyncTracker;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

// tag::status-controller[]
@RestController
class SyncStatusController {

    private final ProductRepository products;
    private final SyncTracker syncTracker;

    SyncStatusController(ProductRepository products, SyncTracker syncTracker) {
        this.products = products;
        this.syncTracker = syncTracker;
    }

    @GetMapping("/products/{id}/sync/{system}")
    View status(@PathVariable Long id, @PathVariable String system) {
        Product product = products.findById(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return syncTracker.state(product, system).map(View::of).orElse(View.NEVER_SYNCED);
    }

    record View(SyncStatus status, String externalId, Instant syncedAt, Instant updatedAt, String lastError) {

        static final View NEVER_SYNCED = new View(SyncStatus.PENDING, null, null, null, null);

        static View of(SyncState state) {
            return new View(state.status(), state.externalId(), state.syncedAt(), state.updatedAt(), state.lastError());
        }
    }
}
// end::status-controller[]
