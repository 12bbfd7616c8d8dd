package io.synctracker.web;

import java.util.List;

/**
 * Runs that were enqueued, or looked up, together.
 *
 * @param items the runs
 */
record Runs(List<RunView> items) {}
