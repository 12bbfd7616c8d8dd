/** Pulls JSON over HTTP, by settings alone. */
@NullMarked
package io.synctracker.http;

import org.jspecify.annotations.NullMarked;
