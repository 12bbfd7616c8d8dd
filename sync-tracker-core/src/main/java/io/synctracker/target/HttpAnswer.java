package io.synctracker.target;

import java.net.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a system answered to a {@link HttpReader}. Immutable; its text form shows neither headers nor body.
 *
 * @param status three digits
 * @param headers by name
 * @param text the body; empty where it has a flaw
 * @param flaw why the body cannot be used, as words that follow "the answer"; {@code null} if it is whole
 * @param retryAfter how long the system asks to wait, at most a day; {@code null} if it does not
 */
public record HttpAnswer(
        int status,
        HttpHeaders headers,
        String text,
        @Nullable String flaw,
        @Nullable Duration retryAfter) {

    /** Returns whether the status says that it worked. */
    public boolean isSuccessful() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return "HttpAnswer[status=" + status + "]";
    }
}
