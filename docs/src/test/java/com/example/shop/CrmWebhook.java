package com.example.shop;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

// tag::webhook-controller[]
@RestController
class CrmWebhook {

    private final CrmChanges changes;

    CrmWebhook(CrmChanges changes) {
        this.changes = changes;
    }

    @PutMapping("/webhooks/crm/contacts/{crmId}")
    void changed(@PathVariable String crmId, @RequestBody ContactChanged change) {
        changes.apply(crmId, change);
    }

    @DeleteMapping("/webhooks/crm/contacts/{crmId}")
    void deleted(@PathVariable String crmId) {
        changes.remove(crmId);
    }

    record ContactChanged(String name, String email, String updatedAt) {

        static ContactChanged of(CrmClient.Contact contact) {
            return new ContactChanged(
                    contact.name(), contact.email(), contact.updatedAt().toString());
        }
    }
}
// end::webhook-controller[]
