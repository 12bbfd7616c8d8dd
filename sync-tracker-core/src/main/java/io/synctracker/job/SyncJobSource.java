package io.synctracker.job;

import java.util.Optional;

/** Knows jobs that are not beans of their own, such as one for every connection there is. Thread-safe. */
public interface SyncJobSource {

    /**
     * Finds a job.
     *
     * @param service the external system
     * @param action what is done
     * @return empty if it is not one of this source's
     */
    Optional<SyncJob> find(String service, String action);
}
