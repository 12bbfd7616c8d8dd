package io.synctracker.architecture.broken.actuate;

import io.synctracker.architecture.broken.autoconfigure.KnowsActuate;

/** One half of a cycle. */
public interface KnowsAutoconfigure {

    /** The other half. */
    KnowsActuate autoconfigure();
}
