package io.synctracker.benchmarks.process;

import java.util.Map;
import java.util.Set;

/**
 * A contestant, as a process that measures others knows it.
 *
 * @param name its name in results
 * @param contestant the name of its class
 * @param libraries the contested libraries that it needs on its class path
 * @param options what sets it apart from other variants of the same contestant
 */
public record Kind(String name, String contestant, Set<String> libraries, Map<String, String> options) {}
