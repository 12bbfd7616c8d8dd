package io.synctracker.model;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns payloads into the text that is stored and back, with sensitive attributes encrypted. Thread-safe. */
public interface PayloadCodec {

    /**
     * Writes a payload as JSON.
     *
     * @param model whose payload it is; its sensitive attributes are encrypted
     * @param attributes the payload
     * @return the text
     * @throws io.synctracker.SyncTrackerException if an attribute cannot be written
     */
    String encode(TrackedModel model, Map<String, @Nullable Object> attributes);

    /**
     * Writes anything else of which some is sensitive as JSON; it is read back as a payload is.
     *
     * @param sensitive the paths of what is encrypted, with slashes
     * @param attributes what is to be written
     * @return the text
     * @throws io.synctracker.SyncTrackerException if an attribute cannot be written, or there is no key to encrypt with
     */
    String encode(Set<String> sensitive, Map<String, @Nullable Object> attributes);

    /**
     * Reads a payload back.
     *
     * @param json what was stored
     * @return the payload, decrypted
     * @throws io.synctracker.SyncTrackerException if it cannot be read, or its key is not configured
     */
    Map<String, @Nullable Object> decode(String json);

    /**
     * Reads a payload for a person.
     *
     * @param json what was stored
     * @return the payload with {@code "***"} in place of what is sensitive
     * @throws io.synctracker.SyncTrackerException if it cannot be read
     */
    Map<String, @Nullable Object> masked(String json);
}
