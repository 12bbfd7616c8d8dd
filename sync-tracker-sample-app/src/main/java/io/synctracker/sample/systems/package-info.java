/** A CRM, an ERP and an affiliate network that belong to somebody else: small HTTP servers that know nothing of the shop. */
@NullMarked
package io.synctracker.sample.systems;

import org.jspecify.annotations.NullMarked;
