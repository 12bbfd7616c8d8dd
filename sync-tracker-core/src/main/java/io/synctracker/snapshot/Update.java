package io.synctracker.snapshot;

import io.synctracker.connector.RemoteRecord;
import io.synctracker.job.JobContext;
import io.synctracker.job.JobOutcome;
import java.util.Map;
import java.util.Optional;

/** Changes a record, unless it is no more what the row was made from. */
final class Update<T> extends Mutation<T> {

    Update(Snapshot<T> snapshot, LocalRows<T> rows) {
        super(Snapshot.Kind.UPDATE, snapshot, rows);
    }

    @Override
    JobOutcome mutate(JobContext job) throws Exception {
        String externalId = externalId(job);
        Optional<RemoteRecord> found = read(externalId);
        if (found.isEmpty()) {
            return conflict(job, here(externalId) + " is gone. Sync to remove it here.");
        }
        String difference = difference(job, found.get(), externalId);
        if (difference == null) {
            String key = sending(job);
            return applied(job, externalId, snapshot.gateway().update(externalId, data(job), key));
        }
        return maybeSent(job) && holds(found.get(), data(job))
                ? applied(job, externalId, found.get())
                : conflict(job, difference);
    }

    private JobOutcome applied(JobContext job, String externalId, RemoteRecord record) {
        job.count("updated", 1);
        String id = rows.apply(job, id(job), externalId, record);
        return JobOutcome.succeeded(Map.of(ID, id, EXTERNAL_ID, externalId));
    }
}
