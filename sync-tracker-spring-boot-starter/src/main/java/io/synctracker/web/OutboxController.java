package io.synctracker.web;

import static io.synctracker.web.SyncTrackerPermission.MANAGE;
import static io.synctracker.web.SyncTrackerPermission.RUN;
import static io.synctracker.web.SyncTrackerPermission.VIEW;

import io.synctracker.operate.OperatorActions;
import io.synctracker.operate.OperatorActions.Abandoned;
import io.synctracker.operate.TargetView;
import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxEntry;
import io.synctracker.outbox.OutboxFilter;
import io.synctracker.outbox.OutboxStats;
import io.synctracker.outbox.Requeued;
import io.synctracker.outbox.SyncLogStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Entries of the outbox and their targets: seen, requeued, abandoned, paused. */
@ApiController
class OutboxController extends ProblemHandler {

    private final Outbox outbox;
    private final OperatorActions actions;
    private final Json json;

    OutboxController(Outbox outbox, Json json) {
        this.outbox = outbox;
        this.actions = new OperatorActions(outbox);
        this.json = json;
    }

    @GetMapping("/outbox")
    @Requires(
            value = VIEW,
            parameters = {"target", "type", "entity", "status", "error", "before", "limit"})
    Reply list(HttpServletRequest request) {
        Query query = new Query(request);
        int limit = query.limit();
        OutboxFilter filter = new OutboxFilter(
                query.text("target"),
                query.text("type"),
                query.text("entity"),
                query.choice("status", SyncLogStatus.class),
                query.text("error"),
                query.number("before"),
                limit + 1);
        return Reply.ok(Slice.of(outbox.find(filter), limit, OutboxEntry::id, entry -> entry));
    }

    @GetMapping("/outbox/stats")
    @Requires(VIEW)
    Reply stats() {
        return Reply.ok(new Stats(outbox.stats(), TargetView.all(outbox)));
    }

    @GetMapping("/outbox/{id}")
    @Requires(VIEW)
    Reply one(@PathVariable("id") String id) {
        return Reply.ok(found(Query.id(id)));
    }

    @PostMapping("/outbox/{id}/requeue")
    @Requires(RUN)
    Reply requeue(@PathVariable("id") String id) {
        OutboxEntry entry = found(Query.id(id));
        if (actions.onEntry(entry.id(), "requeue", null) instanceof Requeued requeued && requeued.skipped() > 0) {
            throw conflict(entry, "Only a failed entry is requeued");
        }
        return Reply.accepted(found(entry.id()));
    }

    @PostMapping("/outbox/{id}/abandon")
    @Requires(MANAGE)
    Reply abandon(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        String note = json.read(request, NoteForm.class).note();
        OutboxEntry entry = found(Query.id(id));
        if (actions.onEntry(entry.id(), "abandon", note) instanceof Abandoned done && done.abandoned() == 0) {
            throw conflict(entry, "Only an entry that is failed, or waits, is abandoned");
        }
        return Reply.ok(found(entry.id()));
    }

    @GetMapping("/targets")
    @Requires(VIEW)
    Reply targets() {
        return Reply.ok(new Targets(TargetView.all(outbox)));
    }

    @GetMapping("/targets/{name}")
    @Requires(VIEW)
    Reply target(@PathVariable("name") String name) {
        return Reply.ok(TargetView.find(outbox, name)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.UNKNOWN_TARGET, "There is no target of that name. See the list of targets.")));
    }

    @PostMapping("/targets/{name}/pause")
    @Requires(MANAGE)
    Reply pause(@PathVariable("name") String name, HttpServletRequest request) throws IOException {
        String note = json.read(request, NoteForm.class).note();
        return Reply.ok(actions.onTarget(name, "pause", note));
    }

    @PostMapping("/targets/{name}/resume")
    @Requires(MANAGE)
    Reply resume(@PathVariable("name") String name) {
        return Reply.ok(actions.onTarget(name, "resume", null));
    }

    private OutboxEntry found(long id) {
        return outbox.find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.UNKNOWN_ENTRY, "There is no entry " + id + ", or it was cleaned up."));
    }

    private ProblemException conflict(OutboxEntry entry, String rule) {
        OutboxEntry now = outbox.find(entry.id()).orElse(entry);
        return new ProblemException(
                ProblemKind.CONFLICT, rule + ", and entry " + entry.id() + " is " + now.status() + ".");
    }

    /**
     * How the outbox stands.
     *
     * @param statistics how many entries there are
     * @param targets how each target stands
     */
    record Stats(OutboxStats statistics, List<TargetView> targets) {}

    /**
     * All targets.
     *
     * @param items the targets, by name
     */
    record Targets(List<TargetView> items) {}
}
