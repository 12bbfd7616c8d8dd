package com.example.shop;

import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import org.springframework.stereotype.Component;

// tag::own-target[]
@Component
class CrmTarget implements SyncTarget {

    private final CrmClient crm;

    CrmTarget(CrmClient crm) {
        this.crm = crm;
    }

    @Override
    public String name() {
        return "crm";
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        String id = delivery.externalId().orElse(null);
        return switch (delivery.action()) {
            case CREATE, UPDATE -> id == null ? create(delivery) : update(id, delivery);
            case DELETE -> delete(id);
        };
    }

    private DeliveryResult create(Delivery delivery) {
        CrmClient.Contact contact = crm.create(delivery.id(), delivery.payload());
        return DeliveryResult.accepted(contact.id());
    }

    private DeliveryResult update(String id, Delivery delivery) {
        crm.update(id, delivery.payload());
        return DeliveryResult.accepted();
    }

    private DeliveryResult delete(String id) {
        if (id != null) {
            crm.delete(id);
        }
        return DeliveryResult.accepted();
    }
}
// end::own-target[]
