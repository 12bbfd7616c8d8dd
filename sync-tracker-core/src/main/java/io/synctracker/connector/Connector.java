package io.synctracker.connector;

import java.util.List;

/**
 * What an application writes to pull from an external system: declare one as a bean, and it is a connection of its name.
 * Thread-safe. It only reads; finding, writing and marking entities is the library's.
 */
public interface Connector {

    /** Returns the system's name, 1 to 64 characters, as {@code SyncTracker} knows it. */
    String name();

    /**
     * Returns its streams, in the order in which they are pulled when all are: parents before children. Their names have
     * 1 to 64 characters.
     */
    List<String> streams();

    /**
     * Tries whether the system answers and lets us in, within seconds and without a change there.
     *
     * @return what it found; a failure is an answer
     */
    ConnectionTest test();

    /**
     * Fetches one page of a stream.
     *
     * @param request what to fetch
     * @return the page, whose checkpoint is in the request for the next one
     * @throws ConnectorUnavailableException if it must be tried again later
     * @throws InvalidPageException if what came is no page
     * @throws InvalidConnectionException if it can never work as the connection is, such as with its credential; it is not
     *     tried again
     * @throws Exception anything else, which is tried again too
     */
    RecordPage fetch(FetchRequest request) throws Exception;
}
