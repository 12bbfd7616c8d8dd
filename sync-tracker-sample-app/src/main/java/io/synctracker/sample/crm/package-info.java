/** What the CRM's users change, taken over into the shop. What goes to the CRM is settings alone. */
@NullMarked
package io.synctracker.sample.crm;

import org.jspecify.annotations.NullMarked;
