package io.synctracker.job;

/** What becomes of a run whose alarm rings. */
sealed interface Start permits Begun, Later, Over {}
