/** What is measured: one class for each way to record and deliver changes. */
@NullMarked
package io.synctracker.benchmarks.contestant;

import org.jspecify.annotations.NullMarked;
