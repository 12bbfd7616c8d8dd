package io.synctracker.architecture.broken.autoconfigure;

import io.synctracker.architecture.broken.actuate.KnowsAutoconfigure;

/** One half of a cycle. */
public interface KnowsActuate {

    /** The other half. */
    KnowsAutoconfigure actuate();
}
