package io.synctracker.web;

import static io.synctracker.web.SyncTrackerPermission.RUN;
import static io.synctracker.web.SyncTrackerPermission.VIEW;

import io.synctracker.connector.Connection;
import io.synctracker.connector.Connections;
import io.synctracker.connector.FetchWindow;
import io.synctracker.connector.PullRequest;
import io.synctracker.job.JobFilter;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobTrigger;
import io.synctracker.job.SyncJobs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Pulls connections now, because a person asks for it. */
@ApiController
class SyncController extends ProblemHandler {

    private static final int RECENT = 5;

    private final Connections connections;
    private final SyncJobs jobs;
    private final WebParts parts;

    SyncController(Connections connections, SyncJobs jobs, WebParts parts) {
        this.connections = connections;
        this.jobs = jobs;
        this.parts = parts;
    }

    @PostMapping("/sync")
    @Requires(RUN)
    Reply sync(HttpServletRequest request) throws IOException {
        SyncForm form = parts.json().read(request, SyncForm.class);
        Fields fields = new Fields();
        List<String> names = fields.connections(form.connections());
        ZoneId zone = fields.zone(form.zone());
        names.forEach(name -> checkConnection(fields, name, form.stream()));
        fields.check();
        FetchWindow window = form.range().window(parts.clock().instant(), zone);
        String user = parts.caller().nameOrNull(request);
        List<PullRequest> pulls = names.stream()
                .map(name -> PullRequest.of(name)
                        .withStream(form.stream())
                        .withWindow(window)
                        .withTrigger(JobTrigger.PERSON, user))
                .toList();
        return Reply.accepted(new Runs(parts.views().all(parts.atomically(() -> enqueue(pulls)))));
    }

    @GetMapping("/sync/recent")
    @Requires(VIEW)
    Reply recent() {
        JobFilter filter = new JobFilter(
                null,
                Connections.PULL,
                null,
                null,
                null,
                null,
                null,
                null,
                JobTrigger.PERSON,
                null,
                null,
                null,
                null,
                RECENT);
        return Reply.ok(new Runs(parts.views().all(jobs.list(filter))));
    }

    private void checkConnection(Fields fields, String name, @Nullable String stream) {
        Connection connection = connections.find(name).orElse(null);
        if (connection == null) {
            fields.wrong("connections", "There is no connection '" + shown(name) + "'.");
        } else if (stream != null && !connection.streams().contains(stream)) {
            fields.wrong(
                    "stream",
                    "The connection '" + name + "' has no stream '" + shown(stream) + "'. It has: "
                            + String.join(", ", connection.streams()) + ".");
        } else if (!connection.enabled()) {
            throw new ProblemException(
                    ProblemKind.CONFLICT, "The connection '" + name + "' is disabled. Enable it, or leave it out.");
        }
    }

    private static String shown(String text) {
        return text.length() > 64 ? text.substring(0, 64) + "…" : text;
    }

    private List<JobRun> enqueue(List<PullRequest> pulls) {
        List<JobRun> runs = new ArrayList<>();
        pulls.forEach(pull -> runs.add(connections.pull(pull)));
        return runs;
    }
}
