package io.synctracker.target;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request carries beside its URL.
 *
 * @param body the form of the body; default {@link Body#PLAIN}
 * @param source the {@code source} of CloudEvents, a URI reference that names this application; default
 *     {@code /sync-tracker}
 * @param idempotencyHeader the header that carries {@link Delivery#id()}; default {@code Idempotency-Key}, empty for none
 * @param sequenceHeader the header that carries {@link Delivery#sequence()}; default none
 * @param signingSecrets signs each request as Standard Webhooks describes it, with each of these; {@code whsec_} and
 *     Base64, or any other text as it is; two while one replaces the other; default none
 */
public record HttpMessage(
        Body body, String source, String idempotencyHeader, String sequenceHeader, List<Secret> signingSecrets) {

    /** The default of each part. */
    public static final HttpMessage DEFAULT = new HttpMessage(null, null, null, null, null);

    /** Copies what it is given; {@code null} stands for the default. */
    public HttpMessage(
            @Nullable Body body,
            @Nullable String source,
            @Nullable String idempotencyHeader,
            @Nullable String sequenceHeader,
            @Nullable List<Secret> signingSecrets) {
        this.body = body == null ? Body.PLAIN : body;
        this.source = source == null ? "/sync-tracker" : source;
        this.idempotencyHeader = idempotencyHeader == null ? "Idempotency-Key" : idempotencyHeader;
        this.sequenceHeader = sequenceHeader == null ? "" : sequenceHeader;
        this.signingSecrets = signingSecrets == null ? List.of() : List.copyOf(signingSecrets);
    }

    /** Returns this message with a body of another form. */
    public HttpMessage withBody(Body other) {
        return new HttpMessage(other, source, idempotencyHeader, sequenceHeader, signingSecrets);
    }

    /** Returns this message with another CloudEvents source. */
    public HttpMessage withSource(String other) {
        return new HttpMessage(body, other, idempotencyHeader, sequenceHeader, signingSecrets);
    }

    /** Returns this message with the delivery's id in another header; an empty name for none. */
    public HttpMessage withIdempotencyHeader(String name) {
        return new HttpMessage(body, source, name, sequenceHeader, signingSecrets);
    }

    /** Returns this message with the change's sequence in that header; an empty name for none. */
    public HttpMessage withSequenceHeader(String name) {
        return new HttpMessage(body, source, idempotencyHeader, name, signingSecrets);
    }

    /** Returns this message signed with each of these secrets. */
    public HttpMessage withSigningSecrets(Secret... secrets) {
        return new HttpMessage(body, source, idempotencyHeader, sequenceHeader, List.of(secrets));
    }

    /** The form of a body. */
    public enum Body {
        /** The payload alone, as a JSON object. */
        PLAIN,
        /**
         * A JSON object of {@code id}, {@code type}, {@code entityId}, {@code action}, {@code externalId} (may be null),
         * {@code sequence}, {@code changedAt} and {@code payload}.
         */
        ENVELOPE,
        /** A CloudEvent 1.0 in structured mode, with the payload as its {@code data}. */
        CLOUD_EVENTS
    }
}
