package io.synctracker.sample.systems;

import io.synctracker.sample.systems.Change.Action;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A system of somebody else: keeps records, gives them ids, and answers over HTTP. Thread-safe.
 *
 * <p>Clients write with {@code POST /records/<type>}, {@code PUT} and {@code DELETE /records/<type>/<id>}, or with many
 * changes in one {@code POST /batch}; {@code PUT /webhook} subscribes to what the system's own users change. People look
 * at {@code GET /records}, {@code GET /records/<type>} and {@code GET /calls}.
 */
final class ExternalSystem implements Controlled, AutoCloseable {

    private static final int SHOWN = 10;

    private final RecordStore store;
    private final CallLog calls = new CallLog();
    private final Webhooks webhooks;
    private final Endpoint endpoint;
    private volatile Behaviour behaviour = Behaviour.UP;

    ExternalSystem(String name, int port, Webhooks webhooks) {
        this.store = new RecordStore(name);
        this.webhooks = webhooks;
        this.endpoint = new Endpoint(name, port, this::answer);
    }

    void start() {
        endpoint.open();
    }

    URI url() {
        return endpoint.url();
    }

    @Override
    public void behave(Behaviour next) {
        behaviour = next;
        endpoint.open();
    }

    @Override
    public void goDown() {
        endpoint.shut();
    }

    @Override
    public String state() {
        return endpoint.isOpen() ? behaviour.name().toLowerCase(Locale.ROOT) : "down";
    }

    /** Changes a record as a user of the system does, and tells the subscriber. */
    @Override
    public Answer edit(String id, Map<String, @Nullable Object> fields) {
        return store.edit(id, fields)
                .map(record -> Answer.of(200, Map.of("record", record, "webhook", webhooks.send(record))))
                .orElseGet(() -> Answer.error(404, "No such record"));
    }

    private Answer answer(Request request) {
        if (request.method().equals("GET")) {
            return look(request);
        }
        if (request.is("PUT", "webhook")) {
            webhooks.subscribe(URI.create(request.bodyAs(Subscription.class).url()));
            return Answer.DONE;
        }
        Answer answer = behaviour.interfere().orElseGet(() -> write(request));
        calls.add(request, answer.status());
        return answer;
    }

    private Answer look(Request request) {
        if (request.is("GET", "records")) {
            return Answer.of(200, overview());
        }
        if (request.is("GET", "records", "*")) {
            return Answer.of(200, store.all(request.part(1)));
        }
        if (request.is("GET", "records", "*", "*")) {
            return store.find(request.part(2))
                    .map(record -> Answer.of(200, record))
                    .orElseGet(() -> Answer.error(404, "No such record"));
        }
        return request.is("GET", "calls") ? Answer.of(200, calls.summary()) : nothingHere();
    }

    private Map<String, Object> overview() {
        Map<String, Object> overview = new LinkedHashMap<>();
        overview.put("counts", store.counts());
        overview.put("newest", store.newest(SHOWN));
        return overview;
    }

    private Answer write(Request request) {
        if (request.is("POST", "batch")) {
            return Answer.of(
                    200,
                    Arrays.stream(request.bodyAs(Change[].class))
                            .map(this::item)
                            .toList());
        }
        return single(request).map(store::apply).orElseGet(ExternalSystem::nothingHere);
    }

    private Map<String, Object> item(Change change) {
        Answer answer = store.apply(change);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("status", answer.status());
        if (answer.body() instanceof Map<?, ?> body) {
            body.forEach((name, value) -> item.put(String.valueOf(name), value));
        }
        return item;
    }

    private static Optional<Change> single(Request request) {
        if (request.is("POST", "records", "*")) {
            return Optional.of(change(request, Action.CREATE, null, data(request)));
        }
        if (request.is("PUT", "records", "*", "*")) {
            return Optional.of(change(request, Action.UPDATE, request.part(2), data(request)));
        }
        if (request.is("DELETE", "records", "*", "*")) {
            return Optional.of(change(request, Action.DELETE, request.part(2), null));
        }
        return Optional.empty();
    }

    private static Change change(
            Request request, Action action, @Nullable String id, @Nullable Map<String, @Nullable Object> data) {
        return new Change(request.key(), action, request.part(1), id, data);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> data(Request request) {
        return request.bodyAs(Map.class);
    }

    private static Answer nothingHere() {
        return Answer.error(404, "Nothing here: see GET /records and GET /calls");
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private record Subscription(String url) {}
}
