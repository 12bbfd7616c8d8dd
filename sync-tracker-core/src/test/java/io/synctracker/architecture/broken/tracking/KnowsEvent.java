package io.synctracker.architecture.broken.tracking;

import io.synctracker.architecture.broken.event.KnowsTracking;

/** Keeps the table: tracking may import an event. */
public interface KnowsEvent {

    /** The event. */
    KnowsTracking event();
}
