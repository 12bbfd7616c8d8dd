package io.synctracker.connector;

import io.synctracker.SyncTrackerException;

/** What the external system sent is no page: not JSON, or not where it was said to be. Nothing of it is applied. */
public final class InvalidPageException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message what is wrong and with which page, without what is in it
     */
    public InvalidPageException(String message) {
        super(message);
    }
}
