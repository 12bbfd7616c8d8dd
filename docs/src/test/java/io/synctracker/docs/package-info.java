/** Checks that the pages say what is so. */
@NullMarked
package io.synctracker.docs;

import org.jspecify.annotations.NullMarked;
