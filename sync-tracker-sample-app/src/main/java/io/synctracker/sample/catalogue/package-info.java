/** Fills the shop at its first start, with the regions of the world; see DATA.md. */
@NullMarked
package io.synctracker.sample.catalogue;

import org.jspecify.annotations.NullMarked;
