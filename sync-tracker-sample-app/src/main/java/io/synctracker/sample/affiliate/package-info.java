/** What the shop knows of its affiliate network: pulled from there, and never written here. */
@NullMarked
package io.synctracker.sample.affiliate;

import org.jspecify.annotations.NullMarked;
