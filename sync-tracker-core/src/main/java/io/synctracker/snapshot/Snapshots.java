package io.synctracker.snapshot;

import io.synctracker.connector.StreamBinding;
import io.synctracker.job.JobFinished;
import io.synctracker.job.SyncJobSource;
import java.time.Clock;

/** Makes snapshot repositories, and knows the jobs by which they write. Thread-safe. */
public interface Snapshots extends SyncJobSource {

    /**
     * Prepares snapshots.
     *
     * @param parts what they are made of
     */
    static Snapshots of(SnapshotParts parts) {
        return new DefaultSnapshots(parts);
    }

    /**
     * Returns a binding that also keeps the state and the content hash on each row: the one to declare as a bean, so that
     * pulls keep them too. Of a binding with fields, only what they name counts as content.
     *
     * @param <T> the entity's class
     * @param binding a binding with a mapper
     * @param clock says what time it is
     * @throws InvalidSnapshotException if it has no mapper, or its entities have no sync state on their rows
     */
    static <T> StreamBinding<T> keeping(StreamBinding<T> binding, Clock clock) {
        return KeepingMapper.in(binding, clock);
    }

    /**
     * Makes a repository, whose jobs are {@code create_}, {@code update_} and {@code delete_} with the entity's logical
     * name behind.
     *
     * @param <T> the entity's class
     * @param <ID> the class of its id
     * @param binding which entities the records are
     * @param gateway changes the records
     * @return the repository
     * @throws InvalidSnapshotException as {@link #keeping}; also if there is such a repository already, or the entity's id
     *     has several parts
     * @throws io.synctracker.model.NotTrackedException if the entity is not tracked
     */
    <T, ID> SyncedRepository<T, ID> repository(StreamBinding<T> binding, RemoteGateway gateway);

    /**
     * Notes on the row what became of a run that was cancelled or has failed. To be told of every run that has ended.
     *
     * @param event which run
     */
    void finished(JobFinished event);
}
