package io.synctracker.target;

import static java.util.Objects.requireNonNull;

import io.synctracker.ChangeType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reaches a system over HTTP, by {@link HttpTargetOptions options} alone. Thread-safe: each target has one client, whose
 * daemon threads end when they have nothing to do.
 *
 * <p>A request that got no whole answer may have arrived; it is sent again, with the same idempotency key. An update
 * that finds nothing is followed by a create in the same delivery, whose key ends in {@code -create}, since it is
 * another request.
 *
 * <p>A delete whose URL needs an external id that is not known is accepted without a call: the system never answered
 * that it has the entity. Where a lost answer must not leave one behind there, let the paths use {@code {id}}.
 */
public final class HttpTarget implements SyncTarget {

    private static final Logger LOGGER = LoggerFactory.getLogger(HttpTarget.class);
    private static final int LONGEST_NAME = 64;
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    private final String name;
    private final HttpRoutes routes;
    private final HttpRequests requests;
    private final HttpExchanges exchanges;
    private final AnswerReader answers;

    private HttpTarget(String name, HttpTargetOptions options, Clock clock) {
        TargetSettings settings = new TargetSettings(name);
        check(settings, options.timeouts());
        this.name = name;
        this.routes = new HttpRoutes(settings, options);
        this.requests = new HttpRequests(settings, options, routes, clock);
        this.answers = new AnswerReader(settings, options, routes, clock);
        this.exchanges = new HttpExchanges(
                "sync-target-" + name, options.timeouts(), options.response().maxBytes());
    }

    /**
     * Makes a target. Nothing is called yet.
     *
     * @param name the system's name, 1 to 64 printable characters
     * @param options how it is reached
     * @param clock what requests are signed with, and what dates in answers are compared with
     * @throws TargetSettingException if an option is missing or wrong; it says which, and what to do
     * @throws IllegalArgumentException if the name is empty, too long or not printable
     */
    public static HttpTarget of(String name, HttpTargetOptions options, Clock clock) {
        requireNonNull(options, "options");
        requireNonNull(clock, "clock");
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || !Redaction.NONE.clean(name).equals(name)) {
            throw new IllegalArgumentException(
                    "A target's name has 1 to " + LONGEST_NAME + " printable characters; choose another than '"
                            + Redaction.NONE.excerpt(name, LONGEST_NAME) + "'");
        }
        return new HttpTarget(name, options, clock);
    }

    private static void check(TargetSettings settings, HttpTargetOptions.Timeouts timeouts) {
        check(settings, "timeouts.connect", timeouts.connect());
        check(settings, "timeouts.request", timeouts.request());
    }

    private static void check(TargetSettings settings, String setting, Duration timeout) {
        settings.check(
                setting,
                timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0,
                "is " + timeout + ": use more than nothing and at most a day, such as 10s.");
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Sends one change and reads the answer, within {@link HttpTargetOptions.Timeouts#request()}.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile; it stays so, and the exchange is cancelled
     */
    @Override
    public DeliveryResult deliver(Delivery delivery) throws InterruptedException {
        Optional<ChangeType> kind = routes.requestFor(delivery);
        if (kind.isEmpty()) {
            LOGGER.debug("Target {}: a delete is not sent, since no external id is known", name);
            return DeliveryResult.accepted();
        }
        try {
            return deliver(kind.get(), delivery);
        } catch (NotDeliveredException end) {
            return end.result();
        }
    }

    private DeliveryResult deliver(ChangeType kind, Delivery delivery)
            throws NotDeliveredException, InterruptedException {
        long deadline = exchanges.deadline();
        OutgoingRequest request = requests.make(kind, delivery, delivery.id());
        HttpReply reply = exchanges.send(request, deadline);
        if (!answers.asksForCreate(kind, reply)) {
            return answers.read(kind, HttpRoutes.hasExternalId(delivery), reply, request.redaction());
        }
        OutgoingRequest create = requests.make(ChangeType.CREATE, delivery, delivery.id() + "-create");
        return answers.read(ChangeType.CREATE, false, exchanges.send(create, deadline), create.redaction());
    }

    /** Returns the name, and nothing of the options. */
    @Override
    public String toString() {
        return "HttpTarget[" + name + "]";
    }
}
