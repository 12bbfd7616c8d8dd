package io.synctracker.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The headers whose values are secrets: the configured ones and the authentication. */
final class CredentialHeaders {

    private final TargetSettings settings;
    private final Map<String, Header> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    CredentialHeaders(TargetSettings settings, Map<String, Secret> headers, HttpAuthentication authentication) {
        this.settings = settings;
        headers.forEach((name, value) -> add("headers." + name, name, value, UnaryOperator.identity()));
        check(authentication);
        add(authentication);
    }

    private void check(HttpAuthentication authentication) {
        boolean named = authentication.username() != null;
        boolean basic = named || authentication.password() != null;
        int ways = (authentication.bearerToken() == null ? 0 : 1)
                + (basic ? 1 : 0)
                + (authentication.apiKey() == null ? 0 : 1);
        settings.check(
                "authentication",
                ways < 2,
                "names several ways at once: keep one of bearer-token, username with password, and api-key.");
        settings.check(
                "authentication",
                !basic || (named && authentication.password() != null),
                "has only one of username and password: add the other.");
        settings.check(
                "authentication.username",
                authentication.username() == null || !authentication.username().contains(":"),
                "holds a colon, which ends the name in HTTP Basic: use another user.");
        settings.check(
                "authentication.api-key",
                authentication.apiKeyHeader() == null || authentication.apiKey() != null,
                "is missing, though api-key-header is set: give it the key.");
    }

    private void add(HttpAuthentication authentication) {
        String username = authentication.username();
        Secret password = authentication.password();
        String apiKeyHeader = authentication.apiKeyHeader();
        Secret apiKey = authentication.apiKey();
        if (authentication.bearerToken() != null) {
            add("authentication.bearer-token", "Authorization", authentication.bearerToken(), "Bearer "::concat);
        }
        if (username != null && password != null) {
            add("authentication.password", "Authorization", password, word -> basic(username, word));
        }
        if (apiKeyHeader != null && apiKey != null) {
            add("authentication.api-key", apiKeyHeader, apiKey, UnaryOperator.identity());
        }
    }

    private static String basic(String username, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(UTF_8));
    }

    private void add(String setting, String name, Secret value, UnaryOperator<String> form) {
        HeaderRules.checkName(settings, setting, name);
        settings.check(
                setting,
                !headers.containsKey(name),
                "sets the header " + name + " a second time: remove one of the two.");
        value.fixedValue().ifPresent(fixed -> {
            settings.check(setting, !fixed.isBlank(), "is empty: give it a value.");
            settings.check(
                    setting,
                    HeaderRules.isValue(form.apply(fixed)),
                    "holds a line break or another character that no header can carry: use visible ASCII.");
        });
        headers.put(name, new Header(value, form));
    }

    boolean has(String name) {
        return headers.containsKey(name);
    }

    /**
     * Asks for the value of each header.
     *
     * @param hidden is given each secret and each value, so that no reason shows them
     * @throws NotDeliveredException if a secret cannot be had now
     */
    Map<String, String> resolve(Set<String> hidden) throws NotDeliveredException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, Header> header : headers.entrySet()) {
            String secret = ask(header.getValue().secret(), "the header " + header.getKey());
            String value = header.getValue().form().apply(secret);
            if (!HeaderRules.isValue(value)) {
                throw NotDeliveredException.deferred("Not sent: the secret for the header " + header.getKey()
                        + " is empty, or holds a line break or another character that no header can carry.");
            }
            hidden.add(secret);
            hidden.add(value.equals(secret) ? secret : value.substring(value.indexOf(' ') + 1));
            values.put(header.getKey(), value);
        }
        return values;
    }

    /** Returns a secret's value of this moment. */
    static String ask(Secret secret, String use) throws NotDeliveredException {
        try {
            return secret.value();
        } catch (RuntimeException failure) {
            // Its message is not repeated: what reads secrets may well quote them.
            throw NotDeliveredException.deferred("Not sent: the secret for " + use + " cannot be read ("
                    + failure.getClass().getSimpleName() + ").");
        }
    }

    private record Header(Secret secret, UnaryOperator<String> form) {}
}
