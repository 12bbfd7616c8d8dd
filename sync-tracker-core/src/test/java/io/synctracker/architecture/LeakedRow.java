package io.synctracker.architecture;

/** Breaks the rule that rows stay inside. */
public record LeakedRow(long id) {}
