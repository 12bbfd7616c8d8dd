package io.synctracker.benchmarks.application;

import java.util.Map;

/** A way to record changes, and for most to deliver them. Has a constructor without parameters. */
public interface Contestant {

    /** Returns the beans that it adds to the application: a {@link Recorder} and {@link Deliveries}, where it has them. */
    Class<?> configuration();

    /**
     * Returns its settings, as an application would write them.
     *
     * @param setup what is measured
     */
    Map<String, String> settings(Setup setup);
}
