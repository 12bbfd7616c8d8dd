package io.synctracker.relay;

import io.synctracker.SyncState;
import io.synctracker.event.EntitySynced;
import io.synctracker.event.SyncConflicted;
import io.synctracker.event.SyncFailed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Publishes what was committed. A listener that throws changes nothing. */
final class Announcer {

    private static final Logger LOGGER = LoggerFactory.getLogger(Announcer.class);

    private final ApplicationEventPublisher events;

    Announcer(ApplicationEventPublisher events) {
        this.events = events;
    }

    void announce(Result result, SyncState state) {
        Object event = event(result, state);
        if (event == null) {
            return;
        }
        try {
            events.publishEvent(event);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.warn(
                    "A listener of {} failed; the delivery stands",
                    event.getClass().getSimpleName(),
                    e);
        }
    }

    private static @Nullable Object event(Result result, SyncState state) {
        String error = String.valueOf(result.settlement().error());
        return switch (result.outcome()) {
            case ACCEPTED -> new EntitySynced(state);
            case CONFLICTED -> new SyncConflicted(state, error);
            case DEFERRED -> new SyncFailed(state, error, true);
            case REJECTED, FAILED -> new SyncFailed(state, error, false);
            case SKIPPED, RELEASED -> null;
        };
    }
}
