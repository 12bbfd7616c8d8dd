/** Runs each contestant in a process of its own and talks to it. */
@NullMarked
package io.synctracker.benchmarks.process;

import org.jspecify.annotations.NullMarked;
