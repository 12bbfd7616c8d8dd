package io.synctracker.autoconfigure;

import io.synctracker.model.KeyRing;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys for sensitive attributes.
 *
 * @param activeKey Name of the key that new values are encrypted with.
 * @param keys Every key by its name, 32 bytes in Base64; an old key stays until nothing stored needs it.
 */
record EncryptionProperties(
        @Nullable String activeKey, @DefaultValue Map<String, String> keys) {

    KeyRing keyRing() {
        if (activeKey == null && keys.isEmpty()) {
            return KeyRing.empty();
        }
        return KeyRing.of(activeKey == null ? "" : activeKey, keys);
    }

    /** Returns the names of the keys and nothing else. */
    @Override
    public String toString() {
        return "EncryptionProperties[activeKey=" + activeKey + ", keys=" + keys.keySet() + "]";
    }
}
