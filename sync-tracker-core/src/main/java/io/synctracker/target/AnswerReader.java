package io.synctracker.target;

import io.synctracker.ChangeType;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Says what an answer means. Thread-safe. */
final class AnswerReader {

    private final HttpStatuses statuses;
    private final AnswerMapping mapping;
    private final int excerpt;
    private final boolean needsExternalId;
    private final Clock clock;

    AnswerReader(TargetSettings settings, HttpTargetOptions options, HttpRoutes routes, Clock clock) {
        this.statuses = options.response().statuses();
        this.mapping = new AnswerMapping(settings, options.response());
        this.excerpt = options.response().excerpt();
        this.needsExternalId = routes.needExternalId() && mapping.readsExternalId();
        this.clock = clock;
        settings.read("response.statuses", statuses::check);
    }

    /** Returns whether the system no longer has what was to be updated, and is to be given it again. */
    boolean asksForCreate(ChangeType kind, HttpReply reply) {
        return statuses.asksForCreate(kind, reply.status());
    }

    /**
     * Returns the result of a delivery.
     *
     * @param kind which request was answered
     * @param idKnown whether the external id that it used still holds
     * @param redaction hides what the request kept secret
     */
    DeliveryResult read(ChangeType kind, boolean idKnown, HttpReply reply, Redaction redaction)
            throws NotDeliveredException {
        return switch (statuses.fateOf(kind, reply.status())) {
            case ACCEPTED -> accepted(kind, idKnown, reply);
            case DEFERRED -> deferred(reason(kind, reply, redaction), reply);
            case CONFLICTED -> DeliveryResult.conflicted(reason(kind, reply, redaction));
            case REJECTED -> DeliveryResult.rejected(reason(kind, reply, redaction));
        };
    }

    private DeliveryResult accepted(ChangeType kind, boolean idKnown, HttpReply reply) throws NotDeliveredException {
        JsonNode document = mapping.parse(reply);
        if (kind == ChangeType.DELETE) {
            return DeliveryResult.accepted(null, mapping.metadata(document));
        }
        Optional<String> externalId = mapping.externalId(document, reply);
        if (externalId.isEmpty() && !idKnown && needsExternalId) {
            return DeliveryResult.rejected("HTTP " + reply.status() + " took the " + word(kind)
                    + ", but named no external id, which later requests need in their URL."
                    + " Set http.response.external-id to where answers have it, or use {id} in the paths;"
                    + " then note the id with markAsSynced, or requeue.");
        }
        return DeliveryResult.accepted(externalId.orElse(null), mapping.metadata(document));
    }

    private DeliveryResult deferred(String reason, HttpReply reply) {
        Optional<Duration> wait =
                reply.headers().firstValue("Retry-After").flatMap(header -> RetryAfter.parse(header, clock.instant()));
        return wait.map(after -> DeliveryResult.deferred(reason, after))
                .orElseGet(() -> DeliveryResult.deferred(reason));
    }

    private String reason(ChangeType kind, HttpReply reply, Redaction redaction) {
        String quote = redaction.excerpt(reply.text(), excerpt);
        return "HTTP " + reply.status() + " on " + word(kind) + "."
                + hint(reply.status())
                + (quote.isEmpty() ? "" : " The answer was: " + quote);
    }

    private static String hint(int status) {
        if (status == 401 || status == 403) {
            return " The credential is wrong or lacks a right: correct http.authentication.";
        }
        if (status == 407) {
            return " The proxy wants a credential of its own.";
        }
        boolean redirect = status >= 300 && status < 400;
        return redirect ? " Redirects are not followed: set http.url to the final address." : "";
    }

    private static String word(ChangeType kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
