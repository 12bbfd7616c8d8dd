package io.synctracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Decides who may use the REST API, and how. Declare one as a bean to decide it yourself; by default the authorities of
 * Spring Security do. Thread-safe.
 */
public interface SyncTrackerAccess {

    /**
     * Returns whether a request may do something.
     *
     * @param request the request
     * @param permission what it is about to do
     */
    boolean allowed(HttpServletRequest request, SyncTrackerPermission permission);

    /**
     * Returns who asks, as it is noted at what they do.
     *
     * @param request the request
     * @return at most 100 characters of it are kept; empty if nobody is known
     */
    Optional<String> user(HttpServletRequest request);
}
