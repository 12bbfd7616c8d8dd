package io.synctracker.http;

import io.synctracker.target.HttpAuthentication;
import io.synctracker.target.Secret;
import java.util.Map;
import java.util.function.Supplier;

/** Finds the credentials that are given by reference. */
record Credentials(ConnectionSettings settings, Supplier<Map<String, Secret>> shared) {

    private static final String SETTING = "credentials-ref";

    /** Returns a connection's authentication, whose secret is asked for at each use where it is a shared one. */
    HttpAuthentication of(HttpConnectorOptions options) {
        HttpAuthentication own = options.authentication();
        String reference = options.credentialsRef();
        if (reference == null) {
            return own;
        }
        settings.check(
                SETTING,
                own.bearerToken() == null && own.password() == null && own.apiKey() == null,
                "is set beside a secret of the connection's own: remove one of the two.");
        settings.check(
                SETTING,
                shared.get().containsKey(reference),
                "names '" + ConnectionSettings.quote(reference)
                        + "', which is not there: add it under sync-tracker.credentials.");
        Secret secret = Secret.from(() -> current(reference));
        if (own.username() != null) {
            return HttpAuthentication.basic(own.username(), secret);
        }
        return own.apiKeyHeader() == null
                ? HttpAuthentication.bearer(secret)
                : HttpAuthentication.apiKey(own.apiKeyHeader(), secret);
    }

    private String current(String reference) {
        Secret secret = shared.get().get(reference);
        if (secret == null) {
            throw new IllegalStateException("The credential is gone");
        }
        return secret.value();
    }
}
