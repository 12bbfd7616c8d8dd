package io.synctracker.web;

import io.synctracker.job.JobFilter;
import io.synctracker.job.JobRun;
import io.synctracker.job.SyncJobs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes runs as comma-separated values, page by page, on the thread of the request: only one page is in memory, and no
 * time-out of asynchronous requests cuts a long export short.
 */
final class RunExport {

    static final int PAGE = 500;

    /** What a formula begins with, also in the full width that some spreadsheets take for the same. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final List<String> HEADER = List.of(
            "id",
            "service",
            "action",
            "status",
            "trigger",
            "requestedBy",
            "targetType",
            "targetId",
            "scheduleId",
            "parentId",
            "attempts",
            "done",
            "total",
            "createdAt",
            "startedAt",
            "finishedAt",
            "error");

    private final SyncJobs jobs;
    private final int limit;

    RunExport(SyncJobs jobs, int limit) {
        this.jobs = jobs;
        this.limit = limit;
    }

    /** Reads the first page before anything is written, so that what is wrong can still be answered with a problem. */
    void write(JobFilter filter, HttpServletResponse response) throws IOException {
        List<JobRun> page = jobs.list(page(filter, filter.before(), limit));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"runs.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        row(out, HEADER.toArray());
        int left = limit;
        while (!page.isEmpty()) {
            for (JobRun run : page) {
                row(out, run);
            }
            left -= page.size();
            long last = page.get(page.size() - 1).id();
            page = left > 0 && page.size() == PAGE ? jobs.list(page(filter, last, left)) : List.of();
        }
        out.flush();
    }

    private static JobFilter page(JobFilter filter, @Nullable Long before, int left) {
        return new JobFilter(
                filter.service(),
                filter.action(),
                filter.status(),
                filter.targetType(),
                filter.targetId(),
                filter.requestedBy(),
                filter.scheduleId(),
                filter.parentId(),
                filter.trigger(),
                filter.text(),
                filter.from(),
                filter.to(),
                before,
                Math.min(PAGE, left));
    }

    private static void row(Writer out, JobRun run) throws IOException {
        row(
                out,
                run.id(),
                run.service(),
                run.action(),
                run.status().name().toLowerCase(Locale.ROOT),
                run.trigger().name().toLowerCase(Locale.ROOT),
                run.requestedBy(),
                run.targetType(),
                run.targetId(),
                run.scheduleId(),
                run.parentId(),
                run.attempts(),
                run.done(),
                run.total(),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.error());
    }

    private static void row(Writer out, @Nullable Object... cells) throws IOException {
        out.write(Arrays.stream(cells).map(RunExport::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe, which makes it text again. */
    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
