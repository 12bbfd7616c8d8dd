/** A host application in small, for tests: entities of every kind on a real database. */
@NullMarked
package io.synctracker.testing;

import org.jspecify.annotations.NullMarked;
