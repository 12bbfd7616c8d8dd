/** Starts jobs on a cadence, within limits. */
@NullMarked
package io.synctracker.schedule;

import org.jspecify.annotations.NullMarked;
