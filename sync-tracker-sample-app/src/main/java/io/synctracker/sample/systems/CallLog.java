package io.synctracker.sample.systems;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls that a system has answered. Thread-safe. */
final class CallLog {

    private static final int REMEMBERED = 20;

    private final Deque<Call> last = new ArrayDeque<>();
    private long count;

    synchronized void add(Request request, int status) {
        count++;
        last.addFirst(new Call(request.method(), "/" + String.join("/", request.path()), request.key(), status));
        if (last.size() > REMEMBERED) {
            last.removeLast();
        }
    }

    /** Returns how many calls there were, and the last ones, newest first. */
    synchronized Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("count", count);
        summary.put("last", List.copyOf(last));
        return summary;
    }

    private record Call(
            String method, String path, @Nullable String idempotencyKey, int status) {}
}
