package io.synctracker.connector;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pull is asked, as its run keeps it. */
final class PullPayload {

    private PullPayload() {}

    static Map<String, @Nullable Object> of(PullRequest request) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("stream", request.stream());
        FetchWindow window = request.window();
        if (window != null) {
            payload.put("from", window.from().toString());
            payload.put("to", window.to().toString());
            payload.put("zone", window.zone().getId());
        }
        return payload;
    }

    static @Nullable String stream(Map<String, @Nullable Object> payload) {
        return text(payload, "stream");
    }

    static @Nullable FetchWindow window(Map<String, @Nullable Object> payload) {
        String from = text(payload, "from");
        String to = text(payload, "to");
        String zone = text(payload, "zone");
        return from == null || to == null || zone == null
                ? null
                : new FetchWindow(LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone));
    }

    private static @Nullable String text(Map<String, @Nullable Object> payload, String name) {
        Object value = payload.get(name);
        return value == null ? null : value.toString();
    }
}
