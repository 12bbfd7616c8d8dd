/** Sets sync-tracker up in a Spring Boot application. */
@NullMarked
package io.synctracker.autoconfigure;

import org.jspecify.annotations.NullMarked;
