/** Keeps each change until its target has answered for it. */
@NullMarked
package io.synctracker.outbox;

import org.jspecify.annotations.NullMarked;
