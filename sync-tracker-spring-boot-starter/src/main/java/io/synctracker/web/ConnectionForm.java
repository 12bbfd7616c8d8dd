package io.synctracker.web;

import io.synctracker.connector.ConnectionDraft;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a connection is to be, as it is sent. Its text shows no setting.
 *
 * @param name its name; may be left out where the address has it
 * @param kind what makes it, such as {@code http}
 * @param enabled whether it may be pulled; it may by default
 * @param settings its settings
 */
record ConnectionForm(
        @Nullable String name,
        @Nullable String kind,
        @Nullable Boolean enabled,
        @Nullable Map<String, @Nullable Object> settings) {

    // The compiler leaves out of the draft's class file that a value may be null.
    @SuppressWarnings("NullAway")
    ConnectionDraft draft(@Nullable String inAddress) {
        Fields fields = new Fields();
        if (inAddress != null && name != null && !name.equals(inAddress)) {
            fields.wrong("name", "The address says another name. A connection keeps its name; leave it out.");
        }
        String itsName = inAddress == null ? fields.required("name", name) : inAddress;
        String itsKind = fields.required("kind", kind);
        fields.check();
        return new ConnectionDraft(
                itsName, itsKind, enabled == null || enabled, settings == null ? Map.of() : settings);
    }

    @Override
    public String toString() {
        return "ConnectionForm[" + name + ", " + kind + "]";
    }
}
