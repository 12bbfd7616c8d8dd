package io.synctracker.snapshot;

import io.synctracker.connector.RemoteRecord;
import io.synctracker.job.JobContext;
import io.synctracker.job.JobOutcome;
import java.util.Map;
import java.util.Optional;

/** Deletes a record, unless it is no more what the row was made from. */
final class Removal<T> extends Mutation<T> {

    Removal(Snapshot<T> snapshot, LocalRows<T> rows) {
        super(Snapshot.Kind.DELETE, snapshot, rows);
    }

    @Override
    JobOutcome mutate(JobContext job) throws Exception {
        String externalId = externalId(job);
        Optional<RemoteRecord> found = read(externalId);
        if (found.isPresent()) {
            String difference = difference(job, found.get(), externalId);
            if (difference != null) {
                return conflict(job, difference);
            }
            String key = sending(job);
            snapshot.gateway().delete(externalId, key);
        }
        job.count("deleted", 1);
        rows.remove(job, String.valueOf(id(job)));
        return JobOutcome.succeeded(Map.of(EXTERNAL_ID, externalId));
    }
}
