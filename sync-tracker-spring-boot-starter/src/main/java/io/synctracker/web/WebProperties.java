package io.synctracker.web;

import io.synctracker.SyncTrackerException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The REST API.
 *
 * @param enabled Whether there is a REST API.
 * @param basePath Path below which it is, without a slash at the end.
 * @param allowAnonymous Whether everybody may do everything in an application that has no Spring Security.
 * @param authorities Which authorities of Spring Security allow what.
 * @param rateLimit How many requests that change something one user, or one address, may make.
 * @param maxBodyBytes How long the body of a request may be.
 * @param exportLimit How many runs one export has at most.
 * @param events The stream of events.
 */
@ConfigurationProperties("sync-tracker.web")
record WebProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("/sync-tracker") String basePath,
        @DefaultValue("false") boolean allowAnonymous,
        @DefaultValue Authorities authorities,
        @DefaultValue RateLimit rateLimit,
        @DefaultValue("65536") int maxBodyBytes,
        @DefaultValue("100000") int exportLimit,
        @DefaultValue Events events) {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    WebProperties {
        check(PATH.matcher(basePath).matches(), "base-path", basePath, "/ and a name, such as /sync-tracker");
        check(maxBodyBytes > 0, "max-body-bytes", maxBodyBytes, "1 or more");
        check(exportLimit > 0, "export-limit", exportLimit, "1 or more");
    }

    private static void check(boolean holds, String name, Object value, String allowed) {
        if (!holds) {
            throw new SyncTrackerException("sync-tracker.web." + name + " is " + value + ". Give it " + allowed + ".");
        }
    }

    /**
     * Which authorities of Spring Security allow what; one of them is enough. To manage is to run, and to run is to view.
     *
     * @param view Who may see everything.
     * @param run Who may start, retry and cancel runs and requeue changes.
     * @param manage Who may change schedules and connections, abandon changes and pause targets.
     * @param export Who may export runs.
     */
    record Authorities(
            @DefaultValue("SYNC_TRACKER_VIEW") Set<String> view,
            @DefaultValue("SYNC_TRACKER_RUN") Set<String> run,
            @DefaultValue("SYNC_TRACKER_MANAGE") Set<String> manage,
            @DefaultValue("SYNC_TRACKER_EXPORT") Set<String> export) {}

    /**
     * How many requests that change something one user, or one address, may make to this process.
     *
     * @param perMinute How many in a minute, in the long run.
     * @param burst How many at once.
     */
    record RateLimit(
            @DefaultValue("60") int perMinute,
            @DefaultValue("20") int burst) {

        RateLimit {
            check(perMinute > 0, "rate-limit.per-minute", perMinute, "1 or more");
            check(burst > 0, "rate-limit.burst", burst, "1 or more");
        }
    }

    /**
     * The stream of events.
     *
     * @param pollInterval How often this process looks for changes while somebody listens.
     * @param heartbeat How often a listener is told that the stream is alive.
     * @param maxListeners How many may listen to this process at once.
     */
    record Events(
            @DefaultValue("1s") Duration pollInterval,
            @DefaultValue("15s") Duration heartbeat,
            @DefaultValue("100") int maxListeners) {

        Events {
            check(pollInterval.toMillis() > 0, "events.poll-interval", pollInterval, "1ms or more");
            check(heartbeat.toMillis() > 0, "events.heartbeat", heartbeat, "1ms or more");
            check(maxListeners > 0, "events.max-listeners", maxListeners, "1 or more");
        }
    }
}
