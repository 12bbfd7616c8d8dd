package io.synctracker;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a JPA entity whose creates, updates and deletes are recorded in the transaction that makes them, and delivered
 * to other systems until they have answered. Subclasses are tracked with the class that carries the annotation, under
 * its name.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SyncTracked {

    /**
     * The logical name that is stored and sent, so that a renamed class keeps its history.
     *
     * @return at most 100 characters; by default the JPA entity name
     */
    String name() default "";

    /**
     * Who receives the changes.
     *
     * @return names of targets, each of which must be declared; by default every declared target
     */
    String[] targets() default {};

    /**
     * What a delivery carries.
     *
     * @return {@link Payload#LATEST} by default
     */
    Payload payload() default Payload.LATEST;

    /**
     * Whether changes that wait for the same target are folded into one delivery.
     *
     * @return {@code true} by default; {@code false} sends every change, in order, as an audit needs it
     */
    boolean coalesce() default true;
}
