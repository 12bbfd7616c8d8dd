package io.synctracker.http;

import io.synctracker.target.HttpAuthentication;
import io.synctracker.target.Secret;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a system is pulled over HTTP. Immutable; every part but the URL and the streams has a default. What is wrong is
 * reported by {@link HttpConnectorFactory}, which knows whose options these are.
 *
 * @param url the absolute http or https URL that each stream's path is appended to, without a query
 * @param testPath what a test of the connection reads, like a stream's path; {@code null} for the first page of the first
 *     stream
 * @param authentication how the connector proves who it is
 * @param credentialsRef the name of the shared credential that is the password where the authentication has a user name,
 *     the key where it has an API key header, and a bearer token elsewhere; {@code null} for none
 * @param request what is sent with every request
 * @param limits how long, how fast and how much
 * @param streams the streams by name
 */
public record HttpConnectorOptions(
        String url,
        @Nullable String testPath,
        HttpAuthentication authentication,
        @Nullable String credentialsRef,
        Request request,
        Limits limits,
        Map<String, HttpStreamOptions> streams) {

    /** Copies what it is given; {@code null} stands for the default. */
    public HttpConnectorOptions(
            @Nullable String url,
            @Nullable String testPath,
            @Nullable HttpAuthentication authentication,
            @Nullable String credentialsRef,
            @Nullable Request request,
            @Nullable Limits limits,
            @Nullable Map<String, HttpStreamOptions> streams) {
        this.url = url == null ? "" : url.strip();
        this.testPath = testPath;
        this.authentication = authentication == null ? HttpAuthentication.NONE : authentication;
        this.credentialsRef = credentialsRef;
        this.request = request == null ? new Request(null, null) : request;
        this.limits = limits == null ? Limits.DEFAULT : limits;
        this.streams = streams == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(streams));
    }

    /** Shows no secret, and nothing of the URL. */
    @Override
    public String toString() {
        return "HttpConnectorOptions[streams=" + streams.keySet() + "]";
    }

    /**
     * What is sent with every request, treated as secret.
     *
     * @param headers by name
     * @param query parameters by name
     */
    public record Request(Map<String, Secret> headers, Map<String, Secret> query) {

        /** Copies what it is given; {@code null} stands for nothing. */
        public Request(@Nullable Map<String, Secret> headers, @Nullable Map<String, Secret> query) {
            this.headers = headers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
            this.query = query == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(query));
        }
    }

    /**
     * How long, how fast and how much.
     *
     * @param connectTimeout until a connection stands; default 5 seconds, at most a day
     * @param requestTimeout for one page as a whole, to its last byte; default 30 seconds, at most a day
     * @param requestsPerSecond how many requests a second this instance makes at most, 0.001 to 1000; {@code null} for
     *     as many as it can
     * @param maxBytes of one page; default 16 MiB, at most 64 MiB
     * @param maxPages of one pull of a stream; default 10,000
     */
    public record Limits(
            Duration connectTimeout,
            Duration requestTimeout,
            @Nullable Double requestsPerSecond,
            Integer maxBytes,
            Integer maxPages) {

        /** The default of each limit. */
        public static final Limits DEFAULT = new Limits(null, null, null, null, null);

        /** {@code null} stands for the default. */
        public Limits(
                @Nullable Duration connectTimeout,
                @Nullable Duration requestTimeout,
                @Nullable Double requestsPerSecond,
                @Nullable Integer maxBytes,
                @Nullable Integer maxPages) {
            this.connectTimeout = connectTimeout == null ? Duration.ofSeconds(5) : connectTimeout;
            this.requestTimeout = requestTimeout == null ? Duration.ofSeconds(30) : requestTimeout;
            this.requestsPerSecond = requestsPerSecond;
            this.maxBytes = maxBytes == null ? Integer.valueOf(16 * 1024 * 1024) : maxBytes;
            this.maxPages = maxPages == null ? Integer.valueOf(10_000) : maxPages;
        }
    }
}
