/** Turns changes of tracked entities into outbox entries, inside the transaction that made them. */
@NullMarked
package io.synctracker.capture;

import org.jspecify.annotations.NullMarked;
