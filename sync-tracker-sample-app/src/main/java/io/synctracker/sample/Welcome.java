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
            The shop is open. Three things to try in another terminal:

              Change a product, and see that CRM and ERP have it:
                curl -X PATCH localhost:%1$d/products/1 -H 'Content-Type: application/json' -d '{"price": 9.90}'; curl localhost:%1$d/products/1/sync

              Close the CRM, change the product again and again, and open it: it gets the last price, once:
                curl -X POST localhost:%2$d/crm/down   # and later: curl -X POST localhost:%2$d/crm/up

              See what arrived there:
                curl localhost:%3$d/calls
            """;

    private final SystemsProperties systems;

    Welcome(SystemsProperties systems) {
        this.systems = systems;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            LOGGER.info("{}", TEXT.formatted(context.getWebServer().getPort(), systems.deskPort(), systems.crmPort()));
        }
    }
}
