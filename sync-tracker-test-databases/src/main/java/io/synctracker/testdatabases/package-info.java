/** Gives each test class a database of its own. */
@NullMarked
package io.synctracker.testdatabases;

import org.jspecify.annotations.NullMarked;
