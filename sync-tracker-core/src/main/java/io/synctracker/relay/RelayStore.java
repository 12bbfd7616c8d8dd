package io.synctracker.relay;

import io.synctracker.store.Dialect;
import io.synctracker.tracking.Links;
import javax.sql.DataSource;

/**
 * Where a relay reads and writes.
 *
 * @param dataSource the database; each statement runs in a short transaction of the relay's own
 * @param dialect its dialect
 * @param links the rows that say where each entity stands
 */
public record RelayStore(DataSource dataSource, Dialect dialect, Links links) {}
