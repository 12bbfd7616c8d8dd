package io.synctracker.web;

import static io.synctracker.web.SyncTrackerPermission.VIEW;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events: every change of a run, as it happens. */
@ApiController
class EventController extends ProblemHandler {

    private final EventStream stream;

    EventController(EventStream stream) {
        this.stream = stream;
    }

    @GetMapping("/events")
    @Requires(VIEW)
    SseEmitter events(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("GET")) {
            throw new ProblemException(
                    ProblemKind.METHOD_NOT_ALLOWED, "A stream has no end to look at. Use GET.", Map.of("Allow", "GET"));
        }
        SseEmitter emitter = stream.open(lastSeen(request.getHeader("Last-Event-ID")));
        // A proxy that collects answers would show nothing until the stream ends.
        response.setHeader("X-Accel-Buffering", "no");
        return emitter;
    }

    /** Whatever is no id of ours is as good as none. */
    private static @Nullable Long lastSeen(@Nullable String id) {
        try {
            return id == null ? null : Long.valueOf(Long.parseLong(id));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
