/** Brings changes to the ERP, many in one call. */
@NullMarked
package io.synctracker.sample.erp;

import org.jspecify.annotations.NullMarked;
