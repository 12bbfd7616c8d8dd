package io.synctracker.model;

import io.synctracker.SyncTrackerException;

/** An entity was given whose class is not tracked. */
public final class NotTrackedException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param type the class, or the name, that is not tracked
     */
    public NotTrackedException(String type) {
        super(type + " is not tracked. Put @SyncTracked on the entity class, or name it under sync-tracker.models.");
    }
}
