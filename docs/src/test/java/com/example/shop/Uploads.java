package com.example.shop;

import io.synctracker.SyncState;
import io.synctracker.tracking.ProgressListener;
import io.synctracker.tracking.SyncTracker;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Uploads {

    private final SyncTracker syncTracker;

    Uploads(SyncTracker syncTracker) {
        this.syncTracker = syncTracker;
    }

    // tag::mark-all[]
    @Transactional
    public List<SyncState> uploaded(List<Product> products, Map<Long, String> numbers, ProgressListener progress) {
        return syncTracker.markAllAsSynced(products, product -> numbers.get(product.id()), "warehouse", progress);
    }
    // end::mark-all[]
}
