/** The SQL that differs between databases, and the schema. */
@NullMarked
package io.synctracker.store;

import org.jspecify.annotations.NullMarked;
