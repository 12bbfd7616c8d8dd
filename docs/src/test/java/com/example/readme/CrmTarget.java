package com.example.readme;

import io.synctracker.ChangeType;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

// tag::readme-target[]
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
        Optional<String> id = delivery.externalId();
        if (delivery.action() == ChangeType.DELETE) {
            id.ifPresent(crm::delete);
            return DeliveryResult.accepted();
        }
        return DeliveryResult.accepted(crm.save(id.orElse(null), delivery.payload()));
    }
}
// end::readme-target[]

interface CrmClient {

    String save(String id, Map<String, Object> fields);

    void delete(String id);
}
