package io.synctracker.snapshot;

import io.synctracker.connector.ConnectorUnavailableException;
import io.synctracker.connector.RemoteRecord;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an application writes to change records of one kind in an external system. Thread-safe. It only calls the system;
 * jobs, retries, conflicts and local rows are the library's.
 *
 * <p>Every method is called outside of any transaction, and may be called again for the same change. A
 * {@link ConnectorUnavailableException} tells that the system must be asked later, a {@link MutationRefusedException}
 * that it never will; anything else is tried again as the run's policy says.
 */
public interface RemoteGateway {

    /**
     * Reads a record as it is now, with the attributes that the stream's pages have: a record that says more or less looks
     * as if it had changed.
     *
     * @param externalId its id there
     * @return empty if there is none
     * @throws Exception if it cannot be read
     */
    Optional<RemoteRecord> read(String externalId) throws Exception;

    /**
     * Creates a record.
     *
     * @param attributes what it is to hold
     * @param idempotencyKey equal each time the same change is tried; pass it on, where the system takes one, so that it
     *     creates one record only
     * @return the record as it is there now, with its id
     * @throws Exception if it is not known to have been created
     */
    RemoteRecord create(Map<String, @Nullable Object> attributes, String idempotencyKey) throws Exception;

    /**
     * Changes a record.
     *
     * @param externalId its id there
     * @param attributes what is to be changed, and to what
     * @param idempotencyKey as for {@link #create}
     * @return the record as it is there now
     * @throws Exception if it is not known to have been changed
     */
    RemoteRecord update(String externalId, Map<String, @Nullable Object> attributes, String idempotencyKey)
            throws Exception;

    /**
     * Deletes a record; one that is gone already is no failure.
     *
     * @param externalId its id there
     * @param idempotencyKey as for {@link #create}
     * @throws Exception if it is not known to be gone
     */
    void delete(String externalId, String idempotencyKey) throws Exception;
}
