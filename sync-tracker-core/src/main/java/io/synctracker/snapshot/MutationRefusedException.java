package io.synctracker.snapshot;

import io.synctracker.SyncTrackerException;

/** The external system refuses a change and would refuse it again. The run has failed and is not tried again by itself. */
public final class MutationRefusedException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message why, for a person, without secrets
     */
    public MutationRefusedException(String message) {
        super(message);
    }
}
