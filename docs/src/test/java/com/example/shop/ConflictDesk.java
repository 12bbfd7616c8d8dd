package com.example.shop;

import io.synctracker.event.SyncConflicted;
import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxFilter;
import io.synctracker.tracking.SyncTracker;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

// tag::conflict-desk[]
@Service
class ConflictDesk {

    private static final Logger LOGGER = LoggerFactory.getLogger(ConflictDesk.class);

    private final CrmChanges changes;
    private final SyncTracker syncTracker;
    private final Outbox outbox;

    ConflictDesk(CrmChanges changes, SyncTracker syncTracker, Outbox outbox) {
        this.changes = changes;
        this.syncTracker = syncTracker;
        this.outbox = outbox;
    }

    @EventListener
    void on(SyncConflicted conflict) {
        LOGGER.warn("{} waits for a decision: {}", conflict.state().entity(), conflict.reason());
    }

    /** Their version was looked at and is overruled. */
    void keepOurs(Customer customer, CrmClient.Contact theirs) {
        syncTracker.mergeMetadata(
                customer, "crm", Map.of("crmUpdatedAt", theirs.updatedAt().toString()));
        outbox.requeue(entriesOf(customer));
    }

    /** Their version becomes ours; what waits is then up to date and completed without a call. */
    void keepTheirs(Customer customer, CrmClient.Contact theirs) {
        changes.apply(theirs.id(), CrmWebhook.ContactChanged.of(theirs));
        outbox.requeue(entriesOf(customer));
    }

    private static OutboxFilter entriesOf(Customer customer) {
        return OutboxFilter.ALL.withSystem("crm").withType("customer").withEntityId(customer.id.toString());
    }
}
// end::conflict-desk[]
