package io.synctracker.target;

import io.synctracker.ChangeType;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the request for each change. Thread-safe. */
final class HttpRequests {

    private final HttpRoutes routes;
    private final CredentialHeaders credentials;
    private final HttpMessage message;
    private final MessageBody body;
    private final Set<String> querySecrets;
    private final Clock clock;

    HttpRequests(TargetSettings settings, HttpTargetOptions options, HttpRoutes routes, Clock clock) {
        this.routes = routes;
        this.credentials = new CredentialHeaders(settings, options.headers(), options.authentication());
        this.message = options.message();
        this.body = new MessageBody(message);
        this.querySecrets = querySecrets(options.url());
        this.clock = clock;
        checkHeader(settings, "message.idempotency-header", message.idempotencyHeader());
        checkHeader(settings, "message.sequence-header", message.sequenceHeader());
        checkMessage(settings);
    }

    private void checkHeader(TargetSettings settings, String setting, String name) {
        if (!name.isEmpty()) {
            HeaderRules.checkName(settings, setting, name);
            settings.check(
                    setting,
                    !credentials.has(name),
                    "sets the header " + name + " a second time: remove one of the two.");
        }
    }

    private void checkMessage(TargetSettings settings) {
        settings.check(
                "message.source",
                !message.source().isBlank(),
                "is empty: set it to a URI that names this application.");
        for (int i = 0; i < message.signingSecrets().size(); i++) {
            Optional<String> secret = message.signingSecrets().get(i).fixedValue();
            settings.read("message.signing-secrets[" + i + "]", () -> secret.map(WebhookSignature::key));
        }
    }

    /**
     * Makes a request.
     *
     * @param kind which of the three requests
     * @param key what tells this message from every other, equal on a retry
     * @throws NotDeliveredException if the delivery cannot be put into a request
     */
    OutgoingRequest make(ChangeType kind, Delivery delivery, String key) throws NotDeliveredException {
        HttpRoutes.Route route = routes.of(kind);
        byte[] bytes = route.hasBody() ? body.write(delivery) : new byte[0];
        HttpRequest.Builder request = HttpRequest.newBuilder(route.url().expand(delivery))
                .setHeader("User-Agent", "sync-tracker")
                .setHeader("Accept", "application/json");
        if (route.hasBody()) {
            request.method(route.method(), BodyPublishers.ofByteArray(bytes))
                    .setHeader("Content-Type", body.contentType());
        } else {
            request.method(route.method(), BodyPublishers.noBody());
        }
        Set<String> hidden = new HashSet<>(querySecrets);
        credentials.resolve(hidden).forEach(request::setHeader);
        identify(request, delivery, HeaderRules.encode(key));
        sign(request, HeaderRules.encode(key), bytes, hidden);
        return new OutgoingRequest(request.build(), new Redaction(hidden));
    }

    private void identify(HttpRequest.Builder request, Delivery delivery, String key) {
        if (!message.idempotencyHeader().isEmpty()) {
            request.setHeader(message.idempotencyHeader(), key);
        }
        if (!message.sequenceHeader().isEmpty()) {
            request.setHeader(message.sequenceHeader(), Long.toString(delivery.sequence()));
        }
    }

    private void sign(HttpRequest.Builder request, String key, byte[] bytes, Set<String> hidden)
            throws NotDeliveredException {
        if (message.signingSecrets().isEmpty()) {
            return;
        }
        List<String> secrets = new ArrayList<>();
        for (Secret secret : message.signingSecrets()) {
            secrets.add(CredentialHeaders.ask(secret, "the signature"));
        }
        hidden.addAll(secrets);
        long timestamp = clock.instant().getEpochSecond();
        request.setHeader("webhook-id", key)
                .setHeader("webhook-timestamp", Long.toString(timestamp))
                .setHeader("webhook-signature", signature(secrets, key, timestamp, bytes));
    }

    private static String signature(List<String> secrets, String key, long timestamp, byte[] bytes)
            throws NotDeliveredException {
        try {
            return WebhookSignature.of(secrets, key, timestamp, bytes);
        } catch (IllegalArgumentException problem) {
            throw NotDeliveredException.deferred("Not sent: a signing secret " + problem.getMessage());
        }
    }

    /** Receivers of webhooks often put a key into the query of their URL. */
    private static Set<String> querySecrets(String url) {
        int query = url.indexOf('?');
        Set<String> values = new HashSet<>();
        if (query >= 0) {
            Arrays.stream(url.substring(query + 1).split("&"))
                    .forEach(pair -> values.add(pair.substring(pair.indexOf('=') + 1)));
        }
        return values;
    }
}
