package io.synctracker.sample.crm;

import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where the CRM calls the shop. */
@RestController
class CrmWebhookController {

    private final CrmChanges changes;
    private final WebhookSignature signature;
    private final JsonMapper json;

    CrmWebhookController(CrmChanges changes, CrmProperties crm, JsonMapper json) {
        this.changes = changes;
        this.signature = new WebhookSignature(crm.webhookSecret(), Clock.systemUTC());
        this.json = json;
    }

    // The bytes as they came are what is signed: read them as JSON only after that.
    @PostMapping("/webhooks/crm")
    ResponseEntity<Void> receive(
            @RequestHeader("webhook-id") String id,
            @RequestHeader("webhook-timestamp") long timestamp,
            @RequestHeader("webhook-signature") String signatures,
            @RequestBody byte[] body) {
        if (!signature.isValid(id, timestamp, signatures, body)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        try {
            return changes.apply(json.readValue(body, CrmChange.class))
                    ? ResponseEntity.noContent().build()
                    : ResponseEntity.notFound().build();
        } catch (JacksonException malformed) {
            return ResponseEntity.badRequest().build();
        }
    }
}
