package io.synctracker.job;

import io.synctracker.SyncTrackerException;
import java.util.Collection;
import java.util.TreeSet;

/** There is no job of that service and action. */
public final class UnknownJobException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    private final String service;
    private final String action;

    UnknownJobException(String service, String action, Collection<String> known) {
        super("There is no job '" + service + "/" + action + "'. "
                + (known.isEmpty()
                        ? "The application declares none."
                        : "There are: " + String.join(", ", new TreeSet<>(known)) + ".")
                + " Declare a SyncJob bean, or correct the name.");
        this.service = service;
        this.action = action;
    }

    /** Returns the service that was asked for. */
    public String service() {
        return service;
    }

    /** Returns the action that was asked for. */
    public String action() {
        return action;
    }
}
