package io.synctracker.job;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one try of a job ended. Immutable. */
public sealed interface JobOutcome {

    /**
     * The work is done.
     *
     * @param result what came of it, as JSON knows it; sensitive keys are masked before it is stored
     */
    record Succeeded(Map<String, @Nullable Object> result) implements JobOutcome {
        /** Copies what it is given. */
        public Succeeded {
            result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
        }
    }

    /**
     * Nothing was done, because both sides have changed. It is not tried again by itself.
     *
     * @param reason what differs
     */
    record Conflicted(String reason) implements JobOutcome {}

    /**
     * It cannot be done. It is not tried again by itself.
     *
     * @param reason why
     */
    record Failed(String reason) implements JobOutcome {}

    /**
     * It could not be done now, and is tried again unless this was the last try.
     *
     * @param reason why
     * @param retryAfter how long to wait; {@code null} for the policy's pause
     */
    record Deferred(String reason, @Nullable Duration retryAfter) implements JobOutcome {}

    /** Returns that the work is done. */
    static JobOutcome succeeded() {
        return new Succeeded(Map.of());
    }

    /**
     * Returns that the work is done.
     *
     * @param result what came of it
     */
    static JobOutcome succeeded(Map<String, ?> result) {
        return new Succeeded(new LinkedHashMap<>(result));
    }

    /**
     * Returns that both sides have changed.
     *
     * @param reason what differs
     */
    static JobOutcome conflicted(String reason) {
        return new Conflicted(reason);
    }

    /**
     * Returns that it cannot be done.
     *
     * @param reason why
     */
    static JobOutcome failed(String reason) {
        return new Failed(reason);
    }

    /**
     * Returns that it could not be done now.
     *
     * @param reason why
     */
    static JobOutcome deferred(String reason) {
        return new Deferred(reason, null);
    }

    /**
     * Returns that it can be done later.
     *
     * @param reason why
     * @param retryAfter how long to wait
     */
    static JobOutcome deferred(String reason, Duration retryAfter) {
        return new Deferred(reason, retryAfter);
    }
}
