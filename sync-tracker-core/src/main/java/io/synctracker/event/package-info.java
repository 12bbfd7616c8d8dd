/** What happened, told after it is committed. */
@NullMarked
package io.synctracker.event;

import org.jspecify.annotations.NullMarked;
