/** The words that every package and every user shares. */
@NullMarked
package io.synctracker;

import org.jspecify.annotations.NullMarked;
