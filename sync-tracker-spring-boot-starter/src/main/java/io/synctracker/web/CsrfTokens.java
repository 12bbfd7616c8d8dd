package io.synctracker.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** Hands out the token that the host's Spring Security asks for. Loaded only where there is one. */
final class CsrfTokens {

    private CsrfTokens() {}

    /**
     * A token.
     *
     * @param header in which header it is sent
     * @param token the token
     */
    record Csrf(String header, String token) {}

    static @Nullable Csrf of(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(token.getHeaderName(), token.getToken())
                : null;
    }
}
