package io.synctracker.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts synchronization into the hands of a test, beside {@code @SpringBootTest}:
 *
 * <ul>
 *   <li>nothing is delivered in the background; the {@link SyncTrackerTestKit} bean delivers when the test says so, and
 *       a deferred entry is tried again at the next call, not when its time has come;
 *   <li>the named targets are replaced by {@link RecordingTarget recording ones}, so that no test calls a real system;
 *   <li>a bulk statement on a tracked table that no {@code touch} covers fails its transaction;
 *   <li>nothing is cleaned up by the clock.
 * </ul>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SyncTrackerTest {

    /**
     * Which targets record what they are given instead of calling a system.
     *
     * @return names of declared targets, or of new ones
     */
    String[] recording() default {};
}
