/** What an application uses to test how it works with sync-tracker. */
@NullMarked
package io.synctracker.test;

import org.jspecify.annotations.NullMarked;
