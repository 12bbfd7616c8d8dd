package io.synctracker.connector;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the connectors of stored connections of one kind. Thread-safe. */
public interface ConnectorFactory {

    /** Returns the kind, such as {@code http}. */
    String kind();

    /**
     * Returns the settings that are secret, as paths with dots: encrypted where they are stored, masked where shown. A
     * setting that has parts is secret with all of them.
     */
    Set<String> secrets();

    /**
     * Returns the settings that say whom secrets are sent to, as paths with dots. If one of them is changed, no secret that
     * is given masked keeps its value: who may change a connection must not learn its secrets by that.
     */
    default Set<String> destinations() {
        return Set.of();
    }

    /**
     * Makes a connector, and calls nobody for that.
     *
     * @param name the connection's name
     * @param settings its settings, decrypted
     * @return the connector
     * @throws InvalidConnectionException if a setting is missing, wrong or unknown; the message names it and no secret
     */
    Connector create(String name, Map<String, @Nullable Object> settings);

    /**
     * Reads how the streams are bound, where the settings say so.
     *
     * @param name the connection's name
     * @param settings its settings
     * @return what the settings say about each stream; a stream that is missing is bound by a bean
     * @throws InvalidConnectionException if a setting is wrong
     */
    List<BindingSettings> bindings(String name, Map<String, @Nullable Object> settings);
}
