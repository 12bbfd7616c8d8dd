package io.synctracker.web;

import static io.synctracker.web.SyncTrackerPermission.VIEW;

import io.synctracker.connector.SetAsides;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;

/** Records that could not be applied, and conflicts with both sides as they were. */
@ApiController
class SetAsideController extends ProblemHandler {

    private final SetAsides setAsides;

    SetAsideController(SetAsides setAsides) {
        this.setAsides = setAsides;
    }

    @GetMapping("/set-asides")
    @Requires(
            value = VIEW,
            parameters = {"system", "before", "limit"})
    Reply setAsides(HttpServletRequest request) {
        Query query = new Query(request);
        int limit = query.limit();
        return Reply.ok(Slice.of(
                setAsides.list(query.text("system"), query.number("before"), limit + 1),
                limit,
                SetAsides.SetAside::id,
                row -> row));
    }

    @GetMapping("/conflicts")
    @Requires(
            value = VIEW,
            parameters = {"system", "undecided", "before", "limit"})
    Reply conflicts(HttpServletRequest request) {
        Query query = new Query(request);
        int limit = query.limit();
        return Reply.ok(Slice.of(
                setAsides.conflicts(query.text("system"), query.flag("undecided"), query.number("before"), limit + 1),
                limit,
                SetAsides.KeptConflict::id,
                row -> row));
    }
}
