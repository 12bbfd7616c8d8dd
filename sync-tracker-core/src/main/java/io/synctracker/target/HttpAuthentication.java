package io.synctracker.target;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How a target proves who it is: by one of three ways, or not at all.
 *
 * @param bearerToken sent as {@code Authorization: Bearer}
 * @param username sent with the password as {@code Authorization: Basic}; must not hold a colon
 * @param password see the user name
 * @param apiKeyHeader the header that carries the key; default {@code X-API-Key}
 * @param apiKey sent in a header of its own
 */
public record HttpAuthentication(
        @Nullable Secret bearerToken,
        @Nullable String username,
        @Nullable Secret password,
        @Nullable String apiKeyHeader,
        @Nullable Secret apiKey) {

    /** Nothing is sent. */
    public static final HttpAuthentication NONE = new HttpAuthentication(null, null, null, null, null);

    private static final String DEFAULT_API_KEY_HEADER = "X-API-Key";

    /** Fills in the header's default where there is a key. */
    public HttpAuthentication {
        if (apiKey != null && apiKeyHeader == null) {
            apiKeyHeader = DEFAULT_API_KEY_HEADER;
        }
    }

    /** Returns an authentication by a bearer token. */
    public static HttpAuthentication bearer(Secret token) {
        return new HttpAuthentication(requireNonNull(token, "token"), null, null, null, null);
    }

    /** Returns an authentication by a user name without a colon, and a password. */
    public static HttpAuthentication basic(String username, Secret password) {
        requireNonNull(username, "username");
        return new HttpAuthentication(null, username, requireNonNull(password, "password"), null, null);
    }

    /** Returns an authentication by a key in a header of that name. */
    public static HttpAuthentication apiKey(String header, Secret key) {
        requireNonNull(header, "header");
        return new HttpAuthentication(null, null, null, header, requireNonNull(key, "key"));
    }
}
