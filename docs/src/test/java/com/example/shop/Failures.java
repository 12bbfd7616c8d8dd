package com.example.shop;

import io.synctracker.SyncState;
import io.synctracker.event.SyncFailed;
import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxEntry;
import io.synctracker.outbox.OutboxFilter;
import io.synctracker.outbox.Requeued;
import io.synctracker.outbox.SyncLogStatus;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The code of docs/how-to/failed-syncs.md. */
@Component
class Failures {

    private static final Logger LOGGER = LoggerFactory.getLogger(Failures.class);

    private final Outbox outbox;

    Failures(Outbox outbox) {
        this.outbox = outbox;
    }

    // tag::failed-listener[]
    @EventListener
    void on(SyncFailed failure) {
        SyncState state = failure.state();
        if (!failure.willRetry()) {
            LOGGER.warn("{} is not in {}: {}", state.entity(), state.system(), failure.error());
        }
    }
    // end::failed-listener[]

    // tag::failed-find[]
    List<OutboxEntry> newestFailures() {
        return outbox.find(OutboxFilter.ALL
                .withSystem("crm")
                .withStatus(SyncLogStatus.FAILED)
                .withLimit(20));
    }
    // end::failed-find[]

    // tag::failed-requeue[]
    Requeued tryAgain() {
        return outbox.requeue(OutboxFilter.ALL.withSystem("crm").withErrorContaining("unknown country"));
    }
    // end::failed-requeue[]

    // tag::failed-abandon[]
    boolean giveUp(long entry) {
        return outbox.abandon(entry, "The customer was merged in the CRM by hand, ticket 4711");
    }
    // end::failed-abandon[]

    // tag::failed-pause[]
    void maintenanceBegins() {
        outbox.pause("crm", "CRM upgrade until 22:00");
    }

    void maintenanceEnds() {
        outbox.resume("crm");
    }
    // end::failed-pause[]
}
