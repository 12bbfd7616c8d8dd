package io.synctracker.web;

import static io.synctracker.web.SyncTrackerPermission.MANAGE;
import static io.synctracker.web.SyncTrackerPermission.RUN;
import static io.synctracker.web.SyncTrackerPermission.VIEW;

import io.synctracker.job.JobTrigger;
import io.synctracker.schedule.Schedule;
import io.synctracker.schedule.ScheduleDraft;
import io.synctracker.schedule.Schedules;
import io.synctracker.schedule.UnknownScheduleException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Schedules: seen, made, changed, removed, switched on and off, and run at once. */
@ApiController
class ScheduleController extends ProblemHandler {

    private static final int NEXT = 5;

    private final Schedules schedules;
    private final WebParts parts;

    ScheduleController(Schedules schedules, WebParts parts) {
        this.schedules = schedules;
        this.parts = parts;
    }

    @GetMapping("/schedules")
    @Requires(
            value = VIEW,
            parameters = {"after", "limit"})
    Reply list(HttpServletRequest request) {
        Query query = new Query(request);
        int limit = query.limit();
        return Reply.ok(
                Slice.of(schedules.list(query.number("after"), limit + 1), limit, Schedule::id, ScheduleView::of));
    }

    @PostMapping("/schedules")
    @Requires(MANAGE)
    Reply create(HttpServletRequest request) throws IOException {
        ScheduleDraft draft = draft(request);
        if (schedules.find(draft.name()).isPresent()) {
            throw taken(draft);
        }
        Schedule schedule = RunViews.inBody(() ->
                parts.atomically(() -> schedules.create(draft, parts.caller().nameOrNull(request))));
        return Reply.created(shown(schedule), "schedules/" + schedule.id());
    }

    @GetMapping("/schedules/{id}")
    @Requires(VIEW)
    Reply one(@PathVariable("id") String id) {
        return Reply.ok(shown(found(id)));
    }

    @PutMapping("/schedules/{id}")
    @Requires(MANAGE)
    Reply update(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        long number = found(id).id();
        ScheduleDraft draft = draft(request);
        if (schedules.find(draft.name()).filter(other -> other.id() != number).isPresent()) {
            throw taken(draft);
        }
        return Reply.ok(shown(RunViews.inBody(() -> parts.atomically(() -> schedules.update(number, draft)))));
    }

    @DeleteMapping("/schedules/{id}")
    @Requires(MANAGE)
    Reply delete(@PathVariable("id") String id) {
        long number = Query.id(id);
        parts.atomically(() -> schedules.delete(number));
        return Reply.noContent();
    }

    @PostMapping("/schedules/{id}/enable")
    @Requires(MANAGE)
    Reply enable(@PathVariable("id") String id) {
        return enabled(Query.id(id), true);
    }

    @PostMapping("/schedules/{id}/disable")
    @Requires(MANAGE)
    Reply disable(@PathVariable("id") String id) {
        return enabled(Query.id(id), false);
    }

    @PostMapping("/schedules/{id}/toggle")
    @Requires(MANAGE)
    Reply toggle(@PathVariable("id") String id) {
        Schedule schedule = found(id);
        return enabled(schedule.id(), !schedule.draft().enabled());
    }

    @PostMapping("/schedules/{id}/run")
    @Requires(RUN)
    Reply run(@PathVariable("id") String id, HttpServletRequest request) {
        long number = Query.id(id);
        String user = parts.caller().nameOrNull(request);
        return Reply.accepted(new Runs(
                parts.views().all(parts.atomically(() -> schedules.runNow(number, user, JobTrigger.PERSON, false)))));
    }

    @PostMapping("/schedules/preview")
    @Requires(VIEW)
    Reply preview(HttpServletRequest request) throws IOException {
        ScheduleDraft draft = draft(request);
        return Reply.ok(new Preview(RunViews.inBody(() -> schedules.nextFirings(draft, NEXT))));
    }

    private Reply enabled(long id, boolean enabled) {
        return Reply.ok(shown(parts.atomically(() -> schedules.enable(id, enabled))));
    }

    private ScheduleDraft draft(HttpServletRequest request) throws IOException {
        return parts.json().read(request, ScheduleForm.class).draft();
    }

    private Schedule found(String id) {
        long number = Query.id(id);
        return schedules.find(number).orElseThrow(() -> new UnknownScheduleException(number));
    }

    private ScheduleView shown(Schedule schedule) {
        List<Instant> next = schedule.draft().enabled() ? schedules.nextFirings(schedule.draft(), NEXT) : List.of();
        return ScheduleView.of(schedule, next);
    }

    private static ProblemException taken(ScheduleDraft draft) {
        return new ProblemException(
                ProblemKind.CONFLICT, "There is a schedule '" + draft.name() + "' already. Take another name.");
    }

    /**
     * When a schedule would fire.
     *
     * @param nextFirings the next five times
     */
    record Preview(List<Instant> nextFirings) {}
}
