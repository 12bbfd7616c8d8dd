/** The shop itself: what it sells, to whom, and its HTTP API. */
@NullMarked
package io.synctracker.sample.shop;

import org.jspecify.annotations.NullMarked;
