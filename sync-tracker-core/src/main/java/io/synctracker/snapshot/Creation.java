package io.synctracker.snapshot;

import io.synctracker.connector.RemoteRecord;
import io.synctracker.job.JobContext;
import io.synctracker.job.JobOutcome;
import java.util.Map;
import java.util.Optional;

/** Creates a record. Its id is noted as soon as it is known, so that whoever goes on creates no second one. */
final class Creation<T> extends Mutation<T> {

    private static final String CREATED = "created";

    Creation(Snapshot<T> snapshot, LocalRows<T> rows) {
        super(Snapshot.Kind.CREATE, snapshot, rows);
    }

    @Override
    JobOutcome mutate(JobContext job) throws Exception {
        String known = job.position(CREATED).orElse(null);
        if (known == null) {
            return create(job);
        }
        Optional<RemoteRecord> record = read(known);
        return record.isPresent()
                ? applied(job, known, record.get())
                : JobOutcome.failed(here(known) + " was created, and is gone.");
    }

    private JobOutcome create(JobContext job) throws Exception {
        String key = sending(job);
        RemoteRecord record = snapshot.gateway().create(data(job), key);
        String externalId = record.externalId();
        if (externalId == null) {
            return JobOutcome.failed("The gateway to " + snapshot.system()
                    + " has created a record and has not told its id. Sync to see it, and mend the gateway.");
        }
        rows.position(job, CREATED, externalId);
        return applied(job, externalId, record);
    }

    private JobOutcome applied(JobContext job, String externalId, RemoteRecord record) {
        job.count("created", 1);
        String id = rows.apply(job, null, externalId, record);
        return JobOutcome.succeeded(Map.of(ID, id, EXTERNAL_ID, externalId));
    }
}
