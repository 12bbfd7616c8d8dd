package io.synctracker.web;

import static io.synctracker.web.SyncTrackerPermission.EXPORT;
import static io.synctracker.web.SyncTrackerPermission.RUN;
import static io.synctracker.web.SyncTrackerPermission.VIEW;

import io.synctracker.job.JobAttempt;
import io.synctracker.job.JobFilter;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.JobTrigger;
import io.synctracker.job.SyncJobs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Runs: found, looked at, retried, cancelled and exported. */
@ApiController
class RunController extends ProblemHandler {

    private static final int MAX_CHILDREN = 100;

    private final SyncJobs jobs;
    private final RunExport export;
    private final WebParts parts;

    RunController(SyncJobs jobs, RunExport export, WebParts parts) {
        this.jobs = jobs;
        this.export = export;
        this.parts = parts;
    }

    @GetMapping("/runs")
    @Requires(
            value = VIEW,
            parameters = {
                "service",
                "action",
                "status",
                "targetType",
                "targetId",
                "requestedBy",
                "scheduleId",
                "parentId",
                "trigger",
                "text",
                "from",
                "to",
                "before",
                "limit"
            })
    Reply list(HttpServletRequest request) {
        Query query = new Query(request);
        int limit = query.limit();
        return Reply.ok(Slice.of(jobs.list(filter(query, limit + 1)), limit, JobRun::id, parts.views()::one));
    }

    @GetMapping("/runs.csv")
    @Requires(
            value = EXPORT,
            parameters = {
                "service",
                "action",
                "status",
                "targetType",
                "targetId",
                "requestedBy",
                "scheduleId",
                "parentId",
                "trigger",
                "text",
                "from",
                "to",
                "before"
            })
    void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
        export.write(filter(new Query(request), RunExport.PAGE), response);
    }

    @GetMapping("/runs/{id}")
    @Requires(VIEW)
    Reply one(@PathVariable("id") String id) {
        JobRun run = found(id);
        JobFilter children = new JobFilter(
                null, null, null, null, null, null, null, run.id(), null, null, null, null, null, MAX_CHILDREN);
        return Reply.ok(new Detail(
                parts.views().one(run), jobs.attempts(run.id()), parts.views().all(jobs.list(children))));
    }

    @PostMapping("/runs/{id}/retry")
    @Requires(RUN)
    Reply retry(@PathVariable("id") String id, HttpServletRequest request) {
        long number = Query.id(id);
        JobRun retry = ProblemException.conflicting(
                () -> parts.atomically(() -> jobs.retry(number, parts.caller().nameOrNull(request))));
        return Reply.accepted(parts.views().one(retry), "../" + retry.id());
    }

    @PostMapping("/runs/{id}/cancel")
    @Requires(RUN)
    Reply cancel(@PathVariable("id") String id, HttpServletRequest request) {
        long number = Query.id(id);
        JobRun run = parts.atomically(() -> jobs.cancel(number, parts.caller().nameOrNull(request)));
        if (run.status().finished() && run.status() != JobStatus.CANCELLED) {
            throw new ProblemException(
                    ProblemKind.CONFLICT,
                    "Run " + run.id() + " has ended (" + run.status() + ") and cannot be cancelled any more.");
        }
        return Reply.accepted(parts.views().one(run));
    }

    private static JobFilter filter(Query query, int limit) {
        return new JobFilter(
                query.text("service"),
                query.text("action"),
                query.choice("status", JobStatus.class),
                query.text("targetType"),
                query.text("targetId"),
                query.text("requestedBy"),
                query.number("scheduleId"),
                query.number("parentId"),
                query.choice("trigger", JobTrigger.class),
                query.text("text"),
                query.instant("from"),
                query.instant("to"),
                query.number("before"),
                limit);
    }

    private JobRun found(String id) {
        long number = Query.id(id);
        return jobs.find(number)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.UNKNOWN_RUN, "There is no run " + number + ", or it was removed after its time."));
    }

    /**
     * A run with what belongs to it.
     *
     * @param run the run
     * @param attempts its tries, the first one first
     * @param retries the runs that retried it, newest first, a hundred at most
     */
    record Detail(RunView run, List<JobAttempt> attempts, List<RunView> retries) {}
}
