package io.synctracker.connector;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stored connection is to be. Immutable; its text shows no setting.
 *
 * @param name its name, 1 to 64 letters, digits, dots, dashes and underscores
 * @param kind what makes it: the name of a {@link ConnectorFactory}, such as {@code http}
 * @param enabled whether it may be pulled
 * @param settings its settings; which ones are secret, the factory says
 */
public record ConnectionDraft(String name, String kind, boolean enabled, Map<String, @Nullable Object> settings) {

    /** Copies what it is given. */
    public ConnectionDraft {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    @Override
    public String toString() {
        return "ConnectionDraft[" + name + ", " + kind + "]";
    }
}
