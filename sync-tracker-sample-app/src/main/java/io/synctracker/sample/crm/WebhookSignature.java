package io.synctracker.sample.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells a webhook that the CRM has sent from one that somebody made up. Thread-safe. */
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] secret;
    private final Clock clock;

    WebhookSignature(String secret, Clock clock) {
        this.secret = secret.getBytes(UTF_8);
        this.clock = clock;
    }

    /**
     * Returns whether the CRM has sent this, in the last minutes.
     *
     * @param id the value of {@code webhook-id}
     * @param timestamp the value of {@code webhook-timestamp}, in seconds since 1970
     * @param signatures the value of {@code webhook-signature}: one or more, between spaces
     * @param body the bytes as they came
     */
    boolean isValid(String id, long timestamp, String signatures, byte[] body) {
        Duration age = Duration.between(Instant.ofEpochSecond(timestamp), clock.instant());
        byte[] expected = ("v1," + sign(id + "." + timestamp + ".", body)).getBytes(UTF_8);
        return age.abs().compareTo(TOLERANCE) <= 0
                && Stream.of(signatures.split(" "))
                        .anyMatch(signature -> MessageDigest.isEqual(expected, signature.getBytes(UTF_8)));
    }

    private String sign(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(head.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
