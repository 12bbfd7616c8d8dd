/** A change, from the entity to the target and back into the tracker. */
@NullMarked
package io.synctracker.endtoend;

import org.jspecify.annotations.NullMarked;
