package io.synctracker.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which permission a request needs, and which parameters it may have; the gate holds requests to both. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Requires {

    /** The permission. */
    SyncTrackerPermission value();

    /** The names of the query parameters. */
    String[] parameters() default {};
}
