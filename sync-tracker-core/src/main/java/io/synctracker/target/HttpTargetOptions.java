package io.synctracker.target;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a system is reached over HTTP. Immutable; every part but the URL has a default. What is wrong is reported by
 * {@link HttpTarget#of}, which knows whose options these are.
 *
 * @param url the absolute http or https URL that every action's path is appended to; may use the placeholders of
 *     {@link HttpActions}, and must not hold user info, a query or a fragment
 * @param actions which request stands for which change
 * @param headers sent with every request, by name; the values are never shown
 * @param authentication how the target proves who it is
 * @param message what a request carries
 * @param response what is read from an answer, and what its status means
 * @param timeouts how long a system may take
 */
public record HttpTargetOptions(
        String url,
        HttpActions actions,
        Map<String, Secret> headers,
        HttpAuthentication authentication,
        HttpMessage message,
        HttpResponseMapping response,
        Timeouts timeouts) {

    private static final Pattern AFTER_HOST = Pattern.compile("(?s)(?<=[^/:])[/?#].*");

    /** Copies what it is given; {@code null} stands for the default. */
    public HttpTargetOptions(
            @Nullable String url,
            @Nullable HttpActions actions,
            @Nullable Map<String, Secret> headers,
            @Nullable HttpAuthentication authentication,
            @Nullable HttpMessage message,
            @Nullable HttpResponseMapping response,
            @Nullable Timeouts timeouts) {
        this.url = url == null ? "" : url.strip();
        this.actions = actions == null ? HttpActions.DEFAULT : actions;
        this.headers = headers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.authentication = authentication == null ? HttpAuthentication.NONE : authentication;
        this.message = message == null ? HttpMessage.DEFAULT : message;
        this.response = response == null ? HttpResponseMapping.DEFAULT : response;
        this.timeouts = timeouts == null ? Timeouts.DEFAULT : timeouts;
    }

    /**
     * Returns the default options for one address.
     *
     * @param url see {@link #url()}
     */
    public static HttpTargetOptions to(String url) {
        return new HttpTargetOptions(url, null, null, null, null, null, null);
    }

    /** Returns these options with other requests. */
    public HttpTargetOptions withActions(HttpActions other) {
        return new HttpTargetOptions(url, other, headers, authentication, message, response, timeouts);
    }

    /** Returns these options with one header more, or with another value of it. */
    public HttpTargetOptions withHeader(String name, Secret value) {
        Map<String, Secret> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new HttpTargetOptions(url, actions, all, authentication, message, response, timeouts);
    }

    /** Returns these options with another authentication. */
    public HttpTargetOptions withAuthentication(HttpAuthentication other) {
        return new HttpTargetOptions(url, actions, headers, other, message, response, timeouts);
    }

    /** Returns these options with another message. */
    public HttpTargetOptions withMessage(HttpMessage other) {
        return new HttpTargetOptions(url, actions, headers, authentication, other, response, timeouts);
    }

    /** Returns these options with another reading of answers. */
    public HttpTargetOptions withResponse(HttpResponseMapping other) {
        return new HttpTargetOptions(url, actions, headers, authentication, message, other, timeouts);
    }

    /** Returns these options with other limits of time. */
    public HttpTargetOptions withTimeouts(Timeouts other) {
        return new HttpTargetOptions(url, actions, headers, authentication, message, response, other);
    }

    /** Shows neither secrets nor, since some systems put a key there, what follows the host in the URL. */
    @Override
    public String toString() {
        String host = url.contains("@") ? "[hidden]" : AFTER_HOST.matcher(url).replaceAll("");
        return "HttpTargetOptions[url=" + host + ", actions=" + actions + ", headers=" + headers + ", authentication="
                + authentication + ", message=" + message + ", response=" + response + ", timeouts=" + timeouts + "]";
    }

    /**
     * How long a system may take.
     *
     * @param connect until a connection stands; default 5 seconds
     * @param request for one delivery as a whole, from the first byte sent to the last byte read, and with a second
     *     request where the first finds that the entity is gone there; default 20 seconds
     */
    public record Timeouts(Duration connect, Duration request) {

        /** The default of each limit. */
        public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));

        /** {@code null} stands for the default. */
        public Timeouts(@Nullable Duration connect, @Nullable Duration request) {
            this.connect = connect == null ? DEFAULT.connect : connect;
            this.request = request == null ? DEFAULT.request : request;
        }
    }
}
