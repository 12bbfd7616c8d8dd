package io.synctracker.architecture.broken.event;

import io.synctracker.architecture.broken.tracking.KnowsEvent;

/** Breaks the table: an event may not import tracking. */
public record KnowsTracking(KnowsEvent tracking) {}
