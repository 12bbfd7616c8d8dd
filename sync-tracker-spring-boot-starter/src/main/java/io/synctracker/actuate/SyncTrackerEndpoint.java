package io.synctracker.actuate;

import io.synctracker.SyncTrackerException;
import io.synctracker.operate.OperatorActions;
import io.synctracker.operate.TargetView;
import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxFilter;
import io.synctracker.outbox.SyncLogStatus;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Shows how synchronization stands and lets an operator act. What is sensitive is masked; a request that asks for
 * something wrong is answered with 400, one for something that is not there with 404.
 */
@Endpoint(id = "synctracker")
final class SyncTrackerEndpoint {

    private static final String ENTRIES = "entries";
    private static final String TARGETS = "targets";

    private final Outbox outbox;
    private final OperatorActions actions;

    SyncTrackerEndpoint(Outbox outbox) {
        this.outbox = outbox;
        this.actions = new OperatorActions(outbox);
    }

    @ReadOperation
    Overview overview() {
        return new Overview(outbox.stats(), TargetView.all(outbox));
    }

    @ReadOperation
    @Nullable
    Object list(
            @Selector String section,
            @Nullable String target,
            @Nullable String type,
            @Nullable String entity,
            @Nullable SyncLogStatus status,
            @Nullable String error,
            @Nullable Long olderThan) {
        return switch (section) {
            case ENTRIES ->
                EntryPage.of(
                        outbox,
                        filter(target, type, entity, error).withStatus(status).withOlderThan(olderThan));
            case TARGETS -> TargetView.all(outbox);
            default -> null;
        };
    }

    @ReadOperation
    @Nullable
    Object one(@Selector String section, @Selector String id) {
        return switch (section) {
            case ENTRIES -> outbox.find(entryId(id)).orElse(null);
            case TARGETS -> TargetView.find(outbox, id).orElse(null);
            default -> null;
        };
    }

    @WriteOperation
    Object actOnMany(
            @Selector String section,
            String operation,
            @Nullable String target,
            @Nullable String type,
            @Nullable String entity,
            @Nullable String error,
            @Nullable String note) {
        if (!section.equals(ENTRIES)) {
            throw refused("Only entries can be acted on together, not '" + section + "'.");
        }
        return accepted(() -> actions.onEntries(filter(target, type, entity, error), operation, note));
    }

    @WriteOperation
    Object actOnOne(@Selector String section, @Selector String id, String operation, @Nullable String note) {
        return switch (section) {
            case ENTRIES -> accepted(() -> actions.onEntry(entryId(id), operation, note));
            case TARGETS -> accepted(() -> actions.onTarget(id, operation, note));
            default -> throw refused("There is nothing called '" + section + "'. Use entries or targets.");
        };
    }

    private static OutboxFilter filter(
            @Nullable String target, @Nullable String type, @Nullable String entity, @Nullable String error) {
        return OutboxFilter.ALL
                .withSystem(target)
                .withType(type)
                .withEntityId(entity)
                .withErrorContaining(error);
    }

    private static long entryId(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw refused("The id of an entry is a number, not '" + id + "'.");
        }
    }

    private static <R> R accepted(Supplier<R> action) {
        try {
            return action.get();
        } catch (SyncTrackerException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static InvalidEndpointRequestException refused(String reason) {
        return new InvalidEndpointRequestException(reason, reason);
    }
}
