package io.synctracker.web;

import static io.synctracker.web.SyncTrackerPermission.VIEW;

import io.synctracker.job.JobQueue;
import io.synctracker.job.SyncJobs;
import io.synctracker.operate.Retention;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootVersion;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** What the API says about itself: how it is set up, who asks, and what it can do. */
@ApiController
class SystemController extends ProblemHandler {

    private static final boolean CSRF = ClassUtils.isPresent(
            "org.springframework.security.web.csrf.CsrfToken", SystemController.class.getClassLoader());

    private final @Nullable SyncJobs jobs;
    private final @Nullable Retention retention;
    private final Caller caller;

    SystemController(@Nullable SyncJobs jobs, @Nullable Retention retention, Caller caller) {
        this.jobs = jobs;
        this.retention = retention;
        this.caller = caller;
    }

    @GetMapping("/settings")
    @Requires(VIEW)
    Reply settings() {
        return Reply.ok(new Settings(queue(), retention(), versions()));
    }

    /** Asks for no permission: somebody who may do nothing is told so. */
    @GetMapping("/session")
    Reply session(HttpServletRequest request) {
        Map<String, Boolean> permissions = new LinkedHashMap<>();
        for (SyncTrackerPermission permission : SyncTrackerPermission.values()) {
            permissions.put(permission.name().toLowerCase(Locale.ROOT), caller.may(request, permission));
        }
        if (!permissions.containsValue(true)) {
            caller.requireSomebody(request);
        }
        return Reply.ok(new Session(caller.nameOrNull(request), permissions, CSRF ? CsrfTokens.of(request) : null));
    }

    @GetMapping("/openapi.json")
    @Requires(VIEW)
    void description(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        try (InputStream description = Objects.requireNonNull(
                SystemController.class.getResourceAsStream("openapi.json"), "openapi.json is missing in the jar")) {
            description.transferTo(response.getOutputStream());
        }
    }

    private @Nullable Queue queue() {
        if (jobs == null) {
            return null;
        }
        JobQueue queue = jobs.queue();
        return new Queue(
                queue.engine(), queue.queued(), queue.running(), queue.lag().toMillis(), queue.nodes());
    }

    private Map<String, @Nullable String> retention() {
        Map<String, @Nullable String> shown = new LinkedHashMap<>();
        shown.put("entries", retention == null ? null : retention.entries().toString());
        shown.put("runs", retention == null ? null : retention.runs().toString());
        return shown;
    }

    private static Map<String, @Nullable String> versions() {
        Map<String, @Nullable String> versions = new LinkedHashMap<>();
        versions.put("syncTracker", SystemController.class.getPackage().getImplementationVersion());
        versions.put("springBoot", SpringBootVersion.getVersion());
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    /**
     * How it is set up.
     *
     * @param queue how the queue of runs stands; {@code null} if there are no runs
     * @param retention how long things are kept, as ISO 8601 writes durations
     * @param versions what it is made of
     */
    record Settings(
            @Nullable Queue queue, Map<String, @Nullable String> retention, Map<String, @Nullable String> versions) {}

    /**
     * How the queue of runs stands.
     *
     * @param engine what runs the jobs
     * @param queued how many wait
     * @param running how many are being worked at
     * @param lagMillis how long the one that is due the longest has waited
     * @param nodes the processes that work at runs
     */
    record Queue(String engine, long queued, long running, long lagMillis, List<JobQueue.Node> nodes) {}

    /**
     * Who asks.
     *
     * @param user their name; {@code null} if nobody is known
     * @param permissions what they may
     * @param csrf the token that a change needs; {@code null} if it needs none
     */
    record Session(@Nullable String user, Map<String, Boolean> permissions, CsrfTokens.@Nullable Csrf csrf) {}
}
