/** Reads what is in another system from local rows, and writes it through jobs. */
@NullMarked
package io.synctracker.snapshot;

import org.jspecify.annotations.NullMarked;
