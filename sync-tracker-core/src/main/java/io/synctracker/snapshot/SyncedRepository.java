package io.synctracker.snapshot;

import io.synctracker.connector.UnknownConnectionException;
import io.synctracker.job.JobRun;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an external system holds, read from local rows and written through jobs: a read never waits for the system, and a
 * write is done there first and here when it has answered. Thread-safe; joins the caller's transaction.
 *
 * @param <T> the entity's class
 * @param <ID> the class of its id
 */
public interface SyncedRepository<T, ID> {

    /**
     * Returns this repository for what a person asks for: its runs carry the name.
     *
     * @param who the person, at most 100 characters; {@code null} for the application itself
     */
    SyncedRepository<T, ID> by(@Nullable String who);

    /**
     * Returns a page of the rows that have some values, by their ids.
     *
     * @param filters attributes, with dots within embedded objects, and the values that they have; empty for all rows
     * @param page which page, 0 for the first
     * @param size how many rows, 1 to 1000
     * @return the page
     * @throws InvalidSnapshotException if there is no such attribute, a value is of another class, or a number is out of
     *     its range
     */
    SnapshotPage<T> list(Map<String, ?> filters, int page, int size);

    /**
     * Finds a row.
     *
     * @param id its id
     */
    Optional<T> find(ID id);

    /**
     * Returns all rows by their ids, read 500 at a time as the stream goes on.
     *
     * @return the rows; within a transaction all that were read stay in its session
     */
    Stream<T> all();

    /**
     * Enqueues the creation of a record in the external system. The row is made when that has answered.
     *
     * @param data the record's attributes, as the gateway takes them
     * @return the run
     * @throws io.synctracker.SyncTrackerException if the data cannot be written as JSON
     */
    JobRun create(Map<String, ?> data);

    /**
     * Enqueues a change of a record in the external system, and marks the row as pending. The row is changed when that
     * has answered. Nothing is changed if the record there is no more what the row was made from.
     *
     * @param id the row's id
     * @param data the record's attributes that are to be changed, as the gateway takes them
     * @return the run, after all earlier ones of that row
     * @throws UnknownRowException if there is no such row, or it is not in the system
     */
    JobRun update(ID id, Map<String, ?> data);

    /**
     * Enqueues the deletion of a record in the external system, and marks the row as pending. The row is deleted when that
     * has answered. Nothing is deleted if the record there is no more what the row was made from.
     *
     * @param id the row's id
     * @return the run, after all earlier ones of that row
     * @throws UnknownRowException if there is no such row, or it is not in the system
     */
    JobRun delete(ID id);

    /**
     * Enqueues a pull of the stream that the rows are made from.
     *
     * @return the run
     * @throws UnknownConnectionException if no connection has the system's name
     */
    JobRun syncNow();

    /**
     * Returns when the rows were last compared with the system, by the end of the last pull that succeeded: rows that have
     * not changed keep an older time.
     *
     * @return empty if no pull has succeeded yet
     */
    Optional<Instant> lastSyncedAt();
}
