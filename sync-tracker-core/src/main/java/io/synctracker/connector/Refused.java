package io.synctracker.connector;

import org.jspecify.annotations.Nullable;

/**
 * A record that cannot be applied.
 *
 * @param record the record
 * @param reason why; without what is in it
 * @param awaitsParent whether it may be applied once another record of this pull is
 */
record Refused(RemoteRecord record, String reason, boolean awaitsParent) {

    private static final int MAX_ID = 255;

    /** Returns the id as far as it can be stored, or {@code null}. */
    @Nullable
    String storableId() {
        String id = record.externalId();
        return id == null || id.length() > MAX_ID || !Sorting.isStorable(id) ? null : id;
    }

    /** Returns what tells it from other records: its id, or its content if it has none. */
    String keyHash(Bound bound) {
        String id = record.externalId();
        return id == null || id.isBlank()
                ? "c" + ContentHash.of(bound.content(record)).substring(1)
                : keyOf(id);
    }

    static String keyOf(String externalId) {
        return "i" + ContentHash.ofText(externalId).substring(1);
    }
}
