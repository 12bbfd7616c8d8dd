/** The small application that every contestant records and delivers the changes of. */
@NullMarked
package io.synctracker.benchmarks.application;

import org.jspecify.annotations.NullMarked;
