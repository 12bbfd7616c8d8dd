package io.synctracker.connector;

import io.synctracker.SyncTrackerException;
import io.synctracker.job.JobRun;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connections to external systems: those that the application declares as {@link Connector} beans or in its settings,
 * and those that were stored at run time. Thread-safe; every write joins the caller's transaction.
 */
public interface Connections {

    /** The action of the runs that pull; their service is the connection's name. */
    String PULL = "pull";

    /** Returns all connections, by name. */
    List<Connection> all();

    /**
     * Finds a connection.
     *
     * @param name its name
     */
    Optional<Connection> find(String name);

    /**
     * Stores a connection.
     *
     * @param draft what it is to be
     * @param owner who stores it, or {@code null}
     * @return the connection
     * @throws InvalidConnectionException if a setting is missing or wrong, or the name is taken
     */
    Connection create(ConnectionDraft draft, @Nullable String owner);

    /**
     * Changes a stored connection. A secret that is given masked keeps its value.
     *
     * @param draft what it is to be; its name says which one
     * @return the connection
     * @throws UnknownConnectionException if there is none of that name
     * @throws InvalidConnectionException if a setting is wrong, or the application declares it
     */
    Connection update(ConnectionDraft draft);

    /**
     * Forgets a stored connection; its runs and the states of its entities stay.
     *
     * @param name its name
     * @throws UnknownConnectionException if there is none of that name
     * @throws InvalidConnectionException if the application declares it
     */
    void delete(String name);

    /**
     * Tries whether the system answers.
     *
     * @param name the connection's name
     * @return what the test found
     * @throws UnknownConnectionException if there is none of that name
     */
    ConnectionTest test(String name);

    /**
     * Enqueues a pull, in the caller's transaction.
     *
     * @param request what to pull
     * @return the run
     * @throws UnknownConnectionException if there is no such connection
     * @throws SyncTrackerException if it has no such stream, or is disabled
     */
    JobRun pull(PullRequest request);
}
