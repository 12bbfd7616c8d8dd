package io.synctracker.architecture.broken;

import org.slf4j.Logger;

/** Breaks the rule that the root package needs only the JDK. */
public record NeedsALibrary(Logger logger) {}
