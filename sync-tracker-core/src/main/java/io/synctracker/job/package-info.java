/** Runs sync work once, with retries, and leaves a record of the run. */
@NullMarked
package io.synctracker.job;

import org.jspecify.annotations.NullMarked;
