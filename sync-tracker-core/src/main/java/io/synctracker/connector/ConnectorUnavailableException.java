package io.synctracker.connector;

import io.synctracker.SyncTrackerException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The external system cannot be reached, is overloaded, or asks to wait. The pull is tried again. */
public final class ConnectorUnavailableException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /**
     * Says why.
     *
     * @param message why, without secrets
     * @param retryAfter how long the system asks to wait; {@code null} if it does not say
     */
    public ConnectorUnavailableException(String message, @Nullable Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** Returns how long the system asks to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
