package io.synctracker.job;

import io.synctracker.SyncTrackerException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run. Immutable.
 *
 * @param service the external system, 1 to 64 characters
 * @param action what is to be done, 1 to 64 characters
 * @param targetType the kind of thing it is done to, at most 100 characters
 * @param targetId which one, at most 255 characters
 * @param payload what the job needs to know, as JSON knows it; sensitive keys are masked wherever a person reads it
 * @param key runs with the same key run one at a time, in the order they were enqueued; at most 255 characters,
 *     {@code null} for no limit
 * @param overlap what becomes of it if its key is taken
 * @param trigger what started it
 * @param requestedBy who asked for it, at most 100 characters
 * @param priority the higher the sooner, -100 to 100; 0 by default
 * @param scheduleId the schedule that it belongs to
 * @param parentId the run that it retries
 */
public record JobRequest(
        String service,
        String action,
        @Nullable String targetType,
        @Nullable String targetId,
        Map<String, @Nullable Object> payload,
        @Nullable String key,
        Overlap overlap,
        JobTrigger trigger,
        @Nullable String requestedBy,
        int priority,
        @Nullable Long scheduleId,
        @Nullable Long parentId) {

    private static final int MAX_PRIORITY = 100;

    /**
     * Copies the payload and checks every part.
     *
     * @throws SyncTrackerException if a part is too long, or empty where it must not be
     */
    public JobRequest {
        check("service", service, 64);
        check("action", action, 64);
        checkOptional("target type", targetType, 100);
        checkOptional("target id", targetId, 255);
        checkOptional("key", key, 255);
        checkOptional("name of who asks", requestedBy, 100);
        if (Math.abs(priority) > MAX_PRIORITY) {
            throw new SyncTrackerException("A job cannot have the priority " + priority + ". Give it -100 to 100.");
        }
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    }

    /**
     * Returns a request without anything else.
     *
     * @param service the external system
     * @param action what is to be done
     */
    public static JobRequest of(String service, String action) {
        return new JobRequest(
                service, action, null, null, Map.of(), null, Overlap.WAIT, JobTrigger.APPLICATION, null, 0, null, null);
    }

    /**
     * Returns this request with a target.
     *
     * @param type the kind of thing it is done to
     * @param id which one
     */
    public JobRequest withTarget(@Nullable String type, @Nullable String id) {
        return new JobRequest(
                service, action, type, id, payload, key, overlap, trigger, requestedBy, priority, scheduleId, parentId);
    }

    /**
     * Returns this request with a payload.
     *
     * @param values what the job needs to know
     */
    public JobRequest withPayload(Map<String, ?> values) {
        return new JobRequest(
                service,
                action,
                targetType,
                targetId,
                new LinkedHashMap<>(values),
                key,
                overlap,
                trigger,
                requestedBy,
                priority,
                scheduleId,
                parentId);
    }

    /**
     * Returns this request with a key.
     *
     * @param value runs with the same key run one at a time
     * @param ifTaken what becomes of it if an earlier one has not ended
     */
    public JobRequest withKey(@Nullable String value, Overlap ifTaken) {
        return new JobRequest(
                service,
                action,
                targetType,
                targetId,
                payload,
                value,
                ifTaken,
                trigger,
                requestedBy,
                priority,
                scheduleId,
                parentId);
    }

    /**
     * Returns this request with what started it.
     *
     * @param by what started it
     * @param who who asked for it
     */
    public JobRequest withTrigger(JobTrigger by, @Nullable String who) {
        return new JobRequest(
                service, action, targetType, targetId, payload, key, overlap, by, who, priority, scheduleId, parentId);
    }

    /**
     * Returns this request with a priority.
     *
     * @param value the higher the sooner
     */
    public JobRequest withPriority(int value) {
        return new JobRequest(
                service,
                action,
                targetType,
                targetId,
                payload,
                key,
                overlap,
                trigger,
                requestedBy,
                value,
                scheduleId,
                parentId);
    }

    /**
     * Returns this request for a schedule.
     *
     * @param id the schedule that it belongs to
     */
    public JobRequest withSchedule(@Nullable Long id) {
        return new JobRequest(
                service,
                action,
                targetType,
                targetId,
                payload,
                key,
                overlap,
                trigger,
                requestedBy,
                priority,
                id,
                parentId);
    }

    private static void check(String what, String value, int limit) {
        if (value.isBlank()) {
            throw new SyncTrackerException("The " + what + " of a job is empty. Name it.");
        }
        checkOptional(what, value, limit);
    }

    private static void checkOptional(String what, @Nullable String value, int limit) {
        if (value != null && value.length() > limit) {
            throw new SyncTrackerException(
                    "The " + what + " of a job has " + value.length() + " characters; " + limit + " is the limit.");
        }
    }
}
