/** The rules that the house is built by, and for each of them a class that breaks it. */
@NullMarked
package io.synctracker.architecture;

import org.jspecify.annotations.NullMarked;
