/** What an operator sees and may do, whichever way the request comes. */
@NullMarked
package io.synctracker.operate;

import org.jspecify.annotations.NullMarked;
