package com.example.shop;

import io.synctracker.tracking.SyncTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

// tag::backfill[]
@Component
class FirstSync {

    private static final Logger LOGGER = LoggerFactory.getLogger(FirstSync.class);

    private final SyncTracker syncTracker;

    FirstSync(SyncTracker syncTracker) {
        this.syncTracker = syncTracker;
    }

    long run() {
        return syncTracker.backfill(
                Product.class, (done, total) -> LOGGER.info("{} of {} products looked at", done, total));
    }
}
// end::backfill[]
