package io.synctracker.tracking;

import io.synctracker.SyncTrackerException;

/** Another transaction holds one of several links that were to be written together; nothing was written. */
public final class LinkBusyException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    LinkBusyException(String system) {
        super("Another transaction holds a link to " + system + " that was to be written with others.");
    }
}
