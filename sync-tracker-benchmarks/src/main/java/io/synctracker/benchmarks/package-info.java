/** Measures sync-tracker and its peers side by side, and writes down what came out. */
@NullMarked
package io.synctracker.benchmarks;

import org.jspecify.annotations.NullMarked;
