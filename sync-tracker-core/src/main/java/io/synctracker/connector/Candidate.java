package io.synctracker.connector;

import static java.util.Objects.requireNonNull;

/**
 * A record that has an id of its own, and so may be applied.
 *
 * @param record the record
 * @param hash the hash of what it holds, or {@link ContentHash#GONE}
 */
record Candidate(RemoteRecord record, String hash) {

    static Candidate of(Bound bound, RemoteRecord record) {
        return new Candidate(record, record.deleted() ? ContentHash.GONE : ContentHash.of(bound.content(record)));
    }

    String externalId() {
        return requireNonNull(record.externalId());
    }

    Refused refused(String reason) {
        return new Refused(record, reason, false);
    }
}
