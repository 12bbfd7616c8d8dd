package io.synctracker.store;

import io.synctracker.ChangeType;
import org.jspecify.annotations.Nullable;

/**
 * One change for one target, on its way into the log.
 *
 * @param entity which entity, in which life, at which version; life and version may be unknown to
 *     {@link Dialect#record}, which fills them in
 * @param system the target
 * @param action what happened
 * @param data the stored state as JSON, or {@code null} if it is read when it is delivered
 * @param origin the system the change came from, or {@code null} if it was made here
 * @param traceParent the W3C trace context of the transaction, or {@code null}
 * @param error why the entry cannot be delivered as it is, or {@code null}; such an entry starts as failed
 */
public record LogRow(
        TrackedVersion entity,
        String system,
        ChangeType action,
        @Nullable String data,
        @Nullable String origin,
        @Nullable String traceParent,
        @Nullable String error) {

    /** Returns this row for an entity as it was counted. */
    LogRow at(TrackedVersion counted) {
        return new LogRow(counted, system, action, data, origin, traceParent, error);
    }

    /** Returns the status that the row starts with. */
    String status() {
        return error == null ? "pending" : "failed";
    }
}
