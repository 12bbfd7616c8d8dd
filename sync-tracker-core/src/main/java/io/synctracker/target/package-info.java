/** What an application writes, or configures, to reach an external system. */
@NullMarked
package io.synctracker.target;

import org.jspecify.annotations.NullMarked;
