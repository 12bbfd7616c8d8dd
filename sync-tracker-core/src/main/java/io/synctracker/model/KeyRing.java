package io.synctracker.model;

import io.synctracker.SyncTrackerException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;

/**
 * The keys that sensitive values are encrypted with where they are stored: AES-256 in Galois/counter mode, with the
 * key's name in front of each value, so that keys can be changed while old values are still there. Thread-safe.
 */
public final class KeyRing {

    private static final int KEY_BYTES = 32;

    private final @Nullable String activeKey;
    private final Map<String, BytesEncryptor> encryptors;

    private KeyRing(@Nullable String activeKey, Map<String, BytesEncryptor> encryptors) {
        this.activeKey = activeKey;
        this.encryptors = encryptors;
    }

    /** Returns a ring without keys, which can neither encrypt nor decrypt. */
    public static KeyRing empty() {
        return new KeyRing(null, Map.of());
    }

    /**
     * Makes a ring.
     *
     * @param activeKey the name of the key that new values are encrypted with
     * @param keys every key by its name, 32 bytes in Base64
     * @return the ring
     * @throws SyncTrackerException if a key is not of 32 bytes, or the active one is missing; no key is in the message
     */
    public static KeyRing of(String activeKey, Map<String, String> keys) {
        Map<String, BytesEncryptor> encryptors = new HashMap<>();
        keys.forEach((name, key) -> encryptors.put(name, encryptor(name, key)));
        if (!encryptors.containsKey(activeKey)) {
            throw new SyncTrackerException("sync-tracker.encryption.active-key is '" + activeKey
                    + "', but sync-tracker.encryption.keys has " + (keys.isEmpty() ? "none" : keys.keySet())
                    + ". Add the key, or name one that is there.");
        }
        return new KeyRing(activeKey, encryptors);
    }

    /** Returns whether the ring can encrypt. */
    public boolean canEncrypt() {
        return activeKey != null;
    }

    /**
     * Encrypts a text, for storing it.
     *
     * @param plain the text
     * @return the name of the key and the cipher text
     * @throws SyncTrackerException if the ring has no key
     */
    public String encrypt(String plain) {
        BytesEncryptor encryptor = activeKey == null ? null : encryptors.get(activeKey);
        if (encryptor == null) {
            throw new SyncTrackerException("A sensitive value cannot be stored without a key."
                    + " Set sync-tracker.encryption.active-key and sync-tracker.encryption.keys.");
        }
        byte[] cipher = encryptor.encrypt(plain.getBytes(StandardCharsets.UTF_8));
        return activeKey + "." + Base64.getEncoder().encodeToString(cipher);
    }

    /**
     * Decrypts what was stored.
     *
     * @param cipher what {@link #encrypt} has returned, with whichever key of the ring
     * @return the text
     * @throws SyncTrackerException if the key is not in the ring, or the cipher text was changed
     */
    public String decrypt(String cipher) {
        int dot = cipher.lastIndexOf('.');
        String name = dot < 0 ? "" : cipher.substring(0, dot);
        BytesEncryptor encryptor = encryptors.get(name);
        if (encryptor == null) {
            throw new SyncTrackerException("A stored value was encrypted with the key '" + name
                    + "', which is not configured. Put it back under sync-tracker.encryption.keys.");
        }
        try {
            byte[] plain = encryptor.decrypt(Base64.getDecoder().decode(cipher.substring(dot + 1)));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (RuntimeException e) { // what is thrown depends on how the value was spoilt
            throw new SyncTrackerException("A stored value cannot be decrypted with the key '" + name
                    + "': the key is another one than it was, or the value was changed.");
        }
    }

    private static BytesEncryptor encryptor(String name, String key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException e) {
            throw new SyncTrackerException("sync-tracker.encryption.keys." + name
                    + " is not Base64. Make a key with: openssl rand -base64 32");
        }
        if (bytes.length != KEY_BYTES) {
            throw new SyncTrackerException("sync-tracker.encryption.keys." + name + " has " + bytes.length
                    + " bytes; it must have " + KEY_BYTES + ". Make a key with: openssl rand -base64 32");
        }
        return AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(bytes, "AES"))
                .build();
    }

    /** Returns the names of the keys and nothing else. */
    @Override
    public String toString() {
        return "KeyRing" + encryptors.keySet();
    }
}
