package io.synctracker.outbox;

import io.synctracker.SyncTrackerException;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to look at, newest first. A part that is {@code null} does not matter. Immutable.
 *
 * @param system the target's name
 * @param type the entity's logical type
 * @param entityId the entity's id
 * @param status where the entry stands
 * @param errorContains a part of the error text, in any case
 * @param olderThan only entries with a smaller id; the last id of a page asks for the next one
 * @param limit how many at most, 1 to 1000; of no meaning to requeue and abandon, which take all that match
 */
public record OutboxFilter(
        @Nullable String system,
        @Nullable String type,
        @Nullable String entityId,
        @Nullable SyncLogStatus status,
        @Nullable String errorContains,
        @Nullable Long olderThan,
        int limit) {

    /** All entries, a hundred at a time. */
    public static final OutboxFilter ALL = new OutboxFilter(null, null, null, null, null, null, 100);

    private static final int MAX_LIMIT = 1000;

    /**
     * Checks the limit.
     *
     * @throws SyncTrackerException if it is not 1 to 1000
     */
    public OutboxFilter {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new SyncTrackerException("A page cannot have " + limit + " entries. Ask for 1 to " + MAX_LIMIT + ".");
        }
    }

    /**
     * Returns this filter for one target.
     *
     * @param value the target's name, or {@code null} for all
     */
    public OutboxFilter withSystem(@Nullable String value) {
        return new OutboxFilter(value, type, entityId, status, errorContains, olderThan, limit);
    }

    /**
     * Returns this filter for one type of entity.
     *
     * @param value the logical type, or {@code null} for all
     */
    public OutboxFilter withType(@Nullable String value) {
        return new OutboxFilter(system, value, entityId, status, errorContains, olderThan, limit);
    }

    /**
     * Returns this filter for one id.
     *
     * @param value the entity's id, or {@code null} for all
     */
    public OutboxFilter withEntityId(@Nullable String value) {
        return new OutboxFilter(system, type, value, status, errorContains, olderThan, limit);
    }

    /**
     * Returns this filter for one status.
     *
     * @param value the status, or {@code null} for all
     */
    public OutboxFilter withStatus(@Nullable SyncLogStatus value) {
        return new OutboxFilter(system, type, entityId, value, errorContains, olderThan, limit);
    }

    /**
     * Returns this filter for entries whose error contains a text.
     *
     * @param value the text, or {@code null} for all
     */
    public OutboxFilter withErrorContaining(@Nullable String value) {
        return new OutboxFilter(system, type, entityId, status, value, olderThan, limit);
    }

    /**
     * Returns this filter for entries before another one.
     *
     * @param value the last id of the page before, or {@code null} for the first page
     */
    public OutboxFilter withOlderThan(@Nullable Long value) {
        return new OutboxFilter(system, type, entityId, status, errorContains, value, limit);
    }

    /**
     * Returns this filter with another size of page.
     *
     * @param value 1 to 1000
     * @throws SyncTrackerException if it is not
     */
    public OutboxFilter withLimit(int value) {
        return new OutboxFilter(system, type, entityId, status, errorContains, olderThan, value);
    }
}
