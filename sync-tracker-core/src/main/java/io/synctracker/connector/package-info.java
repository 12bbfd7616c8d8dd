/** What an application writes to pull from an external system, and how what it pulled is applied. */
@NullMarked
package io.synctracker.connector;

import org.jspecify.annotations.NullMarked;
