/** Delivers outbox entries to targets, in order for each entity, until accepted or failed for good. */
@NullMarked
package io.synctracker.relay;

import org.jspecify.annotations.NullMarked;
