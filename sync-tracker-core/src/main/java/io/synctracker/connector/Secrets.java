package io.synctracker.connector;

import io.synctracker.model.KeyRing;
import io.synctracker.model.PayloadCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the secrets of connections out of sight: encrypted where they are stored, masked where they are shown. */
final class Secrets {

    static final String MASK = "***";

    private final PayloadCodec codec;
    private final KeyRing keys;

    Secrets(PayloadCodec codec, KeyRing keys) {
        this.codec = codec;
        this.keys = keys;
    }

    /** Returns the text that is stored. */
    String encoded(String name, Set<String> secrets, Map<String, @Nullable Object> settings) {
        for (String path : new TreeSet<>(secrets)) {
            if (!keys.canEncrypt() && value(settings, path) != null) {
                throw new InvalidConnectionException("The connection '" + name + "' has the secret '" + path
                        + "', which cannot be stored without a key. Set sync-tracker.encryption.active-key and"
                        + " sync-tracker.encryption.keys.");
            }
        }
        return codec.encode(secrets.stream().map(path -> path.replace('.', '/')).collect(Collectors.toSet()), settings);
    }

    Map<String, @Nullable Object> decoded(String stored) {
        return codec.decode(stored);
    }

    Map<String, @Nullable Object> masked(String stored) {
        return codec.masked(stored);
    }

    /**
     * Puts the old secrets where a draft has the mask.
     *
     * @param old what is stored, decrypted; empty for a new connection, and for one that now leads elsewhere
     * @throws InvalidConnectionException if a secret is masked and has no old value
     */
    static Map<String, @Nullable Object> filled(
            String name,
            Set<String> secrets,
            Map<String, @Nullable Object> settings,
            Map<String, @Nullable Object> old) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>(settings);
        for (String path : new TreeSet<>(secrets)) {
            Object value = value(result, path);
            if (value != null) {
                result = with(result, path, unmasked(name, path, value, value(old, path)));
            }
        }
        return result;
    }

    /** Returns a secret with its old value, or those of its parts, where the mask is. */
    private static Object unmasked(String name, String path, Object value, @Nullable Object old) {
        if (value instanceof Map<?, ?> parts) {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            parts.forEach((key, part) -> result.put(
                    String.valueOf(key),
                    part == null
                            ? null
                            : unmasked(
                                    name, path + "." + key, part, old instanceof Map<?, ?> map ? map.get(key) : null)));
            return result;
        }
        if (!MASK.equals(value)) {
            return value;
        }
        if (old == null) {
            throw new InvalidConnectionException("The secret '" + path + "' of the connection '" + name
                    + "' is masked, and no value of it is known, or none that may be sent to where the connection"
                    + " leads now. Give the value.");
        }
        return old;
    }

    /** Returns the setting at a path with dots. */
    static @Nullable Object value(Map<?, ?> settings, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return settings.get(path);
        }
        return settings.get(path.substring(0, dot)) instanceof Map<?, ?> below
                ? value(below, path.substring(dot + 1))
                : null;
    }

    private static Map<String, @Nullable Object> with(Map<?, ?> settings, String path, Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        settings.forEach((key, each) -> copy.put(String.valueOf(key), each));
        int dot = path.indexOf('.');
        if (dot < 0) {
            copy.put(path, value);
        } else {
            String first = path.substring(0, dot);
            if (copy.get(first) instanceof Map<?, ?> below) {
                copy.put(first, with(below, path.substring(dot + 1), value));
            }
        }
        return copy;
    }
}
