package io.synctracker.http;

import io.synctracker.connector.Connector;
import io.synctracker.connector.FetchRequest;
import io.synctracker.connector.FetchWindow;
import io.synctracker.connector.RecordPage;
import io.synctracker.connector.RemoteRecord;
import io.synctracker.target.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes connectors for tests, and pulls with them, at a time that stands still. */
final class Pulls {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String STREAM = "coupons";

    private Pulls() {}

    static HttpConnectorFactory factory() {
        return HttpConnectorFactory.of(
                Clock.fixed(NOW, ZoneOffset.UTC), () -> Map.of("shared", Secret.of("shared-s3cret")));
    }

    /** Returns a connector of one stream, which has these settings. */
    static Connector connector(String url, Map<String, ?> stream) {
        return connector(url, stream, Map.of());
    }

    /** Returns a connector of one stream, with other settings of the connection beside. */
    static Connector connector(String url, Map<String, ?> stream, Map<String, ?> more) {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>(more);
        settings.put("url", url);
        settings.put("streams", Map.of(STREAM, stream));
        return factory().create("affiliates", settings);
    }

    static FetchRequest first() {
        return new FetchRequest(STREAM, null, null);
    }

    static FetchRequest after(RecordPage page) {
        return new FetchRequest(STREAM, null, page.checkpoint());
    }

    static RecordPage fetch(Connector connector) throws Exception {
        return connector.fetch(first());
    }

    /** Pulls the stream to its end, and returns the ids in their order. */
    static List<@Nullable String> pull(Connector connector) throws Exception {
        return pull(connector, null);
    }

    static List<@Nullable String> pull(Connector connector, @Nullable FetchWindow window) throws Exception {
        List<@Nullable String> ids = new ArrayList<>();
        RecordPage page = connector.fetch(new FetchRequest(STREAM, window, null));
        ids.addAll(ids(page));
        while (!page.last()) {
            page = connector.fetch(new FetchRequest(STREAM, window, page.checkpoint()));
            ids.addAll(ids(page));
        }
        return ids;
    }

    static List<@Nullable String> ids(RecordPage page) {
        return page.records().stream().map(RemoteRecord::externalId).toList();
    }

    /** Returns a JSON list of records with these ids. */
    static String list(String... ids) {
        List<String> records = new ArrayList<>();
        for (String id : ids) {
            records.add("{\"id\":\"" + id + "\"}");
        }
        return "[" + String.join(",", records) + "]";
    }

    /** Returns a JSON object with records of these ids, and with more members beside. */
    static String items(String more, String... ids) {
        return "{\"items\":" + list(ids) + (more.isEmpty() ? "" : "," + more) + "}";
    }
}
