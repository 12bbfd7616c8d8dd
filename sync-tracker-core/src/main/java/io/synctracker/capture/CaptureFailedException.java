package io.synctracker.capture;

import io.synctracker.SyncTrackerException;

/** A change cannot be recorded in the transaction that makes it; the transaction must not commit. */
public final class CaptureFailedException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what cannot be recorded, and what to do
     */
    public CaptureFailedException(String message) {
        super(message);
    }
}
