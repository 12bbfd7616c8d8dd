/** Does one run from the command line, and ends with a code. */
@NullMarked
package io.synctracker.command;

import org.jspecify.annotations.NullMarked;
