package io.synctracker.target;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a system answered a delivery: one of four fates. */
public sealed interface DeliveryResult {

    /** Returns that the system has the change; a known external id is kept. */
    static DeliveryResult accepted() {
        return new Accepted(null, Map.of());
    }

    /**
     * Returns that the system has the change, and under which id.
     *
     * @param externalId the entity's id there, at most 255 characters; {@code null} keeps the known one
     */
    static DeliveryResult accepted(@Nullable String externalId) {
        return new Accepted(externalId, Map.of());
    }

    /**
     * Returns that the system has the change, under which id, and what to note about it.
     *
     * @param externalId the entity's id there, at most 255 characters; {@code null} keeps the known one
     * @param metadata merged into what is noted already
     */
    static DeliveryResult accepted(@Nullable String externalId, Map<String, ?> metadata) {
        return new Accepted(externalId, metadata);
    }

    /**
     * Returns that the system could not take the change now; it is sent again after the usual backoff.
     *
     * @param reason why, in words without secrets
     */
    static DeliveryResult deferred(String reason) {
        return new Deferred(reason, null);
    }

    /**
     * Returns that the system could not take the change now, and when to try again.
     *
     * @param reason why, in words without secrets
     * @param retryAfter not before this time has passed
     */
    static DeliveryResult deferred(String reason, Duration retryAfter) {
        return new Deferred(reason, retryAfter);
    }

    /**
     * Returns that the system will never take this change; it fails for good and waits for a person.
     *
     * @param reason why, in words without secrets
     */
    static DeliveryResult rejected(String reason) {
        return new Rejected(reason);
    }

    /**
     * Returns that the system holds another version; it fails for good until somebody decides.
     *
     * @param reason what the system said, in words without secrets
     */
    static DeliveryResult conflicted(String reason) {
        return new Conflicted(reason);
    }

    /**
     * The system has the change.
     *
     * @param externalId the entity's id there, or {@code null} to keep the known one
     * @param metadata merged into what is noted already
     */
    record Accepted(@Nullable String externalId, Map<String, ?> metadata) implements DeliveryResult {
        /** Checks the metadata. */
        public Accepted {
            requireNonNull(metadata, "metadata");
        }
    }

    /**
     * The system could not take the change now.
     *
     * @param reason why
     * @param retryAfter not before this has passed, or {@code null} for the usual backoff
     */
    record Deferred(String reason, @Nullable Duration retryAfter) implements DeliveryResult {
        /** Checks the reason. */
        public Deferred {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * The system will never take this change.
     *
     * @param reason why
     */
    record Rejected(String reason) implements DeliveryResult {
        /** Checks the reason. */
        public Rejected {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * The system holds another version.
     *
     * @param reason what it said
     */
    record Conflicted(String reason) implements DeliveryResult {
        /** Checks the reason. */
        public Conflicted {
            requireNonNull(reason, "reason");
        }
    }
}
