package io.synctracker.sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says what to try, when all is ready. */
@Component
class Welcome {

    private static final Logger LOGGER = LoggerFactory.getLogger(Welcome.class);
    private static final String TEXT = """
            The shop is open. Try this in another terminal:

            Change a product:
              curl -X PATCH localhost:%1$d/products/1 -H 'Content-Type: application/json' -d '{"price": 9.90}'
            See where it stands in the CRM and the ERP:
              curl localhost:%1$d/products/1/sync
            Take the CRM down, change more, and bring it up again:
              curl -X POST localhost:%2$d/crm/down
              curl -X POST localhost:%2$d/crm/up
            Pull last month's purchases from the affiliate network, watch it, and see what they came to:
              curl -X POST localhost:%1$d/sync-tracker/api/v1/sync -H 'Content-Type: application/json' \\
                -d '{"connections": ["affiliate"], "preset": "previous_month"}'
              curl -N localhost:%1$d/sync-tracker/api/v1/events
              curl localhost:%1$d/sales
            """;

    private final SystemsProperties systems;

    Welcome(SystemsProperties systems) {
        this.systems = systems;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            LOGGER.info("{}", TEXT.formatted(context.getWebServer().getPort(), systems.deskPort()));
        }
    }
}
