package io.synctracker.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as Standard Webhooks describes it: one signature a key, so that a key can be replaced without a gap. */
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private WebhookSignature() {}

    /**
     * Returns the value of {@code webhook-signature}.
     *
     * @param secrets one or more; see {@link #key}
     * @param id the value of {@code webhook-id}
     * @param timestamp the value of {@code webhook-timestamp}, in seconds since 1970
     * @param body the bytes that are sent
     * @throws IllegalArgumentException if a secret is no key
     */
    static String of(List<String> secrets, String id, long timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(mac(key(secret), head, body)))
                .collect(Collectors.joining(" "));
    }

    /**
     * Returns the key that a secret stands for.
     *
     * @param secret {@code whsec_} and Base64, or any other text that is not empty
     * @throws IllegalArgumentException if it is neither; the message does not show it
     */
    static byte[] key(String secret) {
        byte[] key = secret.startsWith(PREFIX) ? decoded(secret.substring(PREFIX.length())) : secret.getBytes(UTF_8);
        if (key.length == 0) {
            throw new IllegalArgumentException("is empty: give it the secret that the receiver checks with.");
        }
        return key;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "is no Base64 after whsec_: copy the whole secret from the receiver.", malformed);
        }
    }

    private static byte[] mac(byte[] key, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
