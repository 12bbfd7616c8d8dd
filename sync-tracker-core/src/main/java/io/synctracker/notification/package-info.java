/** Tells people of runs that have failed, and not too often. */
@NullMarked
package io.synctracker.notification;

import org.jspecify.annotations.NullMarked;
