/** Turns the results of a run into tables and charts. */
@NullMarked
package io.synctracker.benchmarks.report;

import org.jspecify.annotations.NullMarked;
