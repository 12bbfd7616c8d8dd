package io.synctracker.architecture.broken.unlisted;

/** Breaks the rule that the table knows every package. */
public record Stranger() {}
