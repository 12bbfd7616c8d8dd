/** Knows which entities are tracked, under which name, and reads one as a payload. */
@NullMarked
package io.synctracker.model;

import org.jspecify.annotations.NullMarked;
