package io.synctracker.connector;

import java.util.List;
import java.util.Map;

/**
 * What an application declares for pulling. Immutable.
 *
 * @param connectors its own connectors
 * @param bindings which entities streams' records are
 * @param factories what makes connectors of stored connections
 * @param declared the connections of its settings
 * @param strategies its own conflict strategies, by the names that settings use
 */
public record ConnectorBeans(
        List<Connector> connectors,
        List<StreamBinding<?>> bindings,
        List<ConnectorFactory> factories,
        List<DeclaredConnection> declared,
        Map<String, ConflictStrategy> strategies) {

    /** Copies what it is given. */
    public ConnectorBeans {
        connectors = List.copyOf(connectors);
        bindings = List.copyOf(bindings);
        factories = List.copyOf(factories);
        declared = List.copyOf(declared);
        strategies = Map.copyOf(strategies);
    }
}
