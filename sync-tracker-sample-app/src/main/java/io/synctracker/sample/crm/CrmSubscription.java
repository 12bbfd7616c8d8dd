package io.synctracker.sample.crm;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Tells the CRM where to send what its users change. */
@Component
class CrmSubscription {

    private static final Logger LOGGER = LoggerFactory.getLogger(CrmSubscription.class);

    private final CrmProperties crm;
    private final RestClient client;

    CrmSubscription(CrmProperties crm) {
        this.crm = crm;
        this.client = RestClient.create(crm.url().toString());
    }

    @EventListener(ApplicationReadyEvent.class)
    void subscribe() {
        try {
            client.put()
                    .uri("/webhook")
                    .body(Map.of("url", crm.webhookUrl().toString()))
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException unreachable) {
            LOGGER.warn("The CRM does not answer, so it will not tell what changes there: start the shop again later");
        }
    }
}
