package io.synctracker.benchmarks.process;

import java.nio.file.Path;

/**
 * Where a process works.
 *
 * @param url the JDBC URL of its database
 * @param user the user there
 * @param password the user's password
 * @param log the file that it logs to
 */
public record Place(String url, String user, String password, Path log) {}
