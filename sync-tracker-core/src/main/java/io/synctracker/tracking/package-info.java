/** Remembers where each entity stands in each external system. */
@NullMarked
package io.synctracker.tracking;

import org.jspecify.annotations.NullMarked;
