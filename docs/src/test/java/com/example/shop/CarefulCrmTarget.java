package com.example.shop;

import io.synctracker.ChangeType;
import io.synctracker.SyncState;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import io.synctracker.tracking.SyncTracker;
import java.time.Instant;
import java.util.Map;

// tag::conflict-target[]
class CarefulCrmTarget implements SyncTarget {

    enum Strategy {
        OURS_WINS,
        THEIRS_WINS,
        ASK_A_PERSON
    }

    private final CrmClient crm;
    private final CrmChanges changes;
    private final SyncTracker syncTracker;
    private final Strategy strategy;

    CarefulCrmTarget(CrmClient crm, CrmChanges changes, SyncTracker syncTracker, Strategy strategy) {
        this.crm = crm;
        this.changes = changes;
        this.syncTracker = syncTracker;
        this.strategy = strategy;
    }

    @Override
    public String name() {
        return "crm";
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        String id = delivery.externalId().orElse(null);
        if (delivery.action() == ChangeType.DELETE) {
            return delete(id);
        }
        CrmClient.Contact theirs = id == null ? null : crm.find(id).orElse(null);
        if (theirs == null) {
            return created(crm.create(delivery.id(), delivery.payload()));
        }
        return theirs.updatedAt().isAfter(lastSeen(delivery)) ? decide(theirs, delivery) : push(theirs.id(), delivery);
    }

    private DeliveryResult decide(CrmClient.Contact theirs, Delivery delivery) {
        return switch (strategy) {
            case OURS_WINS -> push(theirs.id(), delivery);
            case THEIRS_WINS -> takeOver(theirs);
            case ASK_A_PERSON -> DeliveryResult.conflicted("the CRM was changed at " + theirs.updatedAt());
        };
    }

    private DeliveryResult push(String id, Delivery delivery) {
        Instant updatedAt = crm.update(id, delivery.payload());
        return DeliveryResult.accepted(id, Map.of("crmUpdatedAt", updatedAt.toString()));
    }

    private DeliveryResult takeOver(CrmClient.Contact theirs) {
        changes.apply(theirs.id(), CrmWebhook.ContactChanged.of(theirs));
        return DeliveryResult.accepted();
    }

    private DeliveryResult created(CrmClient.Contact contact) {
        return DeliveryResult.accepted(
                contact.id(), Map.of("crmUpdatedAt", contact.updatedAt().toString()));
    }

    private DeliveryResult delete(String id) {
        if (id != null) {
            crm.delete(id);
        }
        return DeliveryResult.accepted();
    }

    /** Returns the CRM's own time of the version that we know: no clock of ours is compared with one of theirs. */
    private Instant lastSeen(Delivery delivery) {
        return delivery.entityAs(Customer.class)
                .flatMap(customer -> syncTracker.state(customer, "crm"))
                .map(SyncState::metadata)
                .map(metadata -> metadata.get("crmUpdatedAt"))
                .map(time -> Instant.parse(time.toString()))
                .orElse(Instant.MIN);
    }
}
// end::conflict-target[]
