package io.synctracker.connector;

import java.util.List;

/**
 * A connection that the settings declare. Immutable.
 *
 * @param connector its connector
 * @param kind what made it, such as {@code http}
 * @param bindings how its streams are bound, where the settings say so
 */
public record DeclaredConnection(Connector connector, String kind, List<BindingSettings> bindings) {

    /** Copies what it is given. */
    public DeclaredConnection {
        bindings = List.copyOf(bindings);
    }
}
