/** A shop that keeps a CRM and an ERP informed of its products and customers. */
@NullMarked
package io.synctracker.sample;

import org.jspecify.annotations.NullMarked;
