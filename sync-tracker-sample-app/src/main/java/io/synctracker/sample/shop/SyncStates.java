package io.synctracker.sample.shop;

import io.synctracker.tracking.SyncTracker;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells where an entity stands in the CRM and in the ERP. */
@Component
class SyncStates {

    private static final List<String> SYSTEMS = List.of("crm", "erp");

    private final SyncTracker tracker;

    SyncStates(SyncTracker tracker) {
        this.tracker = tracker;
    }

    List<SyncView> of(Object entity) {
        return SYSTEMS.stream().map(system -> of(entity, system)).toList();
    }

    private SyncView of(Object entity, String system) {
        return tracker.state(entity, system).map(SyncView::of).orElseGet(() -> SyncView.unknown(system));
    }
}
