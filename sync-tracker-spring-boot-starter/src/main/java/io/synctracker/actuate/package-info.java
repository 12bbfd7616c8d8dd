/** Lets an operator see and steer sync-tracker through the actuator. */
@NullMarked
package io.synctracker.actuate;

import org.jspecify.annotations.NullMarked;
