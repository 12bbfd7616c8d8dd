package io.synctracker.testdatabases;

import java.util.Optional;

/** One way to get at a server. */
@FunctionalInterface
interface ServerSource {

    /**
     * Looks for a server.
     *
     * @return the server; empty when this way does not lead to one
     * @throws IllegalStateException if this way was asked for by name and does not work
     */
    Optional<Server> find(Vendor vendor);
}
