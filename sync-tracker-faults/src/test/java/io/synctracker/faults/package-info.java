/** Kills, stops and cuts off processes of their own that use the library, and holds what is left to an oracle. */
@NullMarked
package io.synctracker.faults;

import org.jspecify.annotations.NullMarked;
