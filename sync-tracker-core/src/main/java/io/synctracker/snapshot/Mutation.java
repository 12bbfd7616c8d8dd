package io.synctracker.snapshot;

import io.synctracker.connector.ConnectorUnavailableException;
import io.synctracker.connector.RemoteRecord;
import io.synctracker.job.JobContext;
import io.synctracker.job.JobOutcome;
import io.synctracker.job.JobStoppedException;
import io.synctracker.job.SyncJob;
import io.synctracker.model.ContentHash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes one change in an external system, and then here. The steps are: read the record and compare it with what the row
 * was made from; note that the change is being sent; send it; write the answer. A process may die between any two. Whoever
 * goes on sees from the note that the change may have been made, and recognises its own change in the record.
 */
abstract class Mutation<T> implements SyncJob {

    static final String ID = "id";
    static final String EXTERNAL_ID = "externalId";
    static final String DATA = "data";
    private static final String SENT = "sent";

    final Snapshot<T> snapshot;
    final LocalRows<T> rows;
    private final Snapshot.Kind kind;

    Mutation(Snapshot.Kind kind, Snapshot<T> snapshot, LocalRows<T> rows) {
        this.kind = kind;
        this.snapshot = snapshot;
        this.rows = rows;
    }

    @Override
    public final String service() {
        return snapshot.system();
    }

    @Override
    public final String action() {
        return snapshot.action(kind);
    }

    @Override
    public final JobOutcome run(JobContext job) throws Exception {
        try {
            return mutate(job);
        } catch (MutationRefusedException e) {
            String reason = String.valueOf(e.getMessage());
            rows.note(job, id(job), state -> state.markFailed(reason));
            // Refused is answered: a person who tries again asks anew.
            rows.position(job, SENT, null);
            return JobOutcome.failed(reason);
        } catch (ConnectorUnavailableException e) {
            noteLastTry(job);
            String reason = String.valueOf(e.getMessage());
            return e.retryAfter()
                    .map(pause -> JobOutcome.deferred(reason, pause))
                    .orElseGet(() -> JobOutcome.deferred(reason));
        } catch (JobStoppedException e) {
            throw e;
        } catch (Exception e) {
            noteLastTry(job);
            throw e;
        }
    }

    abstract JobOutcome mutate(JobContext job) throws Exception;

    /** The text of the failure may hold anything; where it is masked, it replaces this one. */
    private void noteLastTry(JobContext job) {
        if (job.attempt() >= job.run().maxAttempts()) {
            String reason = lastTryFailed(job.run().id());
            rows.note(job, id(job), state -> state.markFailed(reason));
        }
    }

    /** Returns what a row says of a run whose last try has failed, until its error is masked. */
    static String lastTryFailed(long run) {
        return "Run " + run + " has failed. Its error says why.";
    }

    final JobOutcome conflict(JobContext job, String reason) {
        rows.note(job, id(job), state -> state.markConflict(reason));
        return JobOutcome.conflicted(reason);
    }

    final Optional<RemoteRecord> read(String externalId) throws Exception {
        return snapshot.gateway().read(externalId).filter(record -> !record.deleted());
    }

    /** Returns why a record is no more what the row was made from, or {@code null} if it is. */
    final @Nullable String difference(JobContext job, RemoteRecord record, String externalId) {
        String hash = rows.hash(String.valueOf(id(job))).orElse(null);
        if (hash == null) {
            return "The row is gone here. Sync to see what is there.";
        }
        if (hash.isEmpty()) {
            return "It is not known which content of " + here(externalId)
                    + " the row was made from. Sync, and ask again.";
        }
        return hash.equals(snapshot.hash(record))
                ? null
                : here(externalId) + " has changed since it was read. Sync, look at it, and ask again.";
    }

    final String here(String externalId) {
        return "'" + externalId + "' in " + snapshot.system();
    }

    final boolean maybeSent(JobContext job) {
        return job.position(SENT).isPresent();
    }

    /** Notes that the change is being sent, and returns the key by which the system can tell it from another one. */
    final String sending(JobContext job) {
        String known = job.position(SENT).orElse(null);
        if (known != null) {
            job.proceed();
            return known;
        }
        // The number alone could come again, in a database that was made anew.
        String key = "run-" + job.run().id() + "-" + job.run().createdAt().toEpochMilli();
        rows.position(job, SENT, key);
        return key;
    }

    static @Nullable String id(JobContext job) {
        return (String) job.payload().get(ID);
    }

    static String externalId(JobContext job) {
        return String.valueOf(job.payload().get(EXTERNAL_ID));
    }

    static Map<String, @Nullable Object> data(JobContext job) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        if (job.payload().get(DATA) instanceof Map<?, ?> values) {
            values.forEach((name, value) -> data.put(String.valueOf(name), value));
        }
        return data;
    }

    static boolean holds(RemoteRecord record, Map<String, @Nullable Object> data) {
        return data.entrySet().stream()
                .allMatch(entry -> record.attributes().containsKey(entry.getKey())
                        && ContentHash.of(entry.getValue())
                                .equals(ContentHash.of(record.attributes().get(entry.getKey()))));
    }
}
