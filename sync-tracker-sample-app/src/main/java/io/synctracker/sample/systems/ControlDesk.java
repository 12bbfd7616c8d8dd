package io.synctracker.sample.systems;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a person makes trouble, over HTTP: {@code POST /<system>/} and {@code down}, {@code up}, {@code slow},
 * {@code fail} or {@code throttle}; {@code POST /<system>/records/<id>} with some fields, to change a record there;
 * {@code GET /} to see how all are.
 */
final class ControlDesk implements AutoCloseable {

    private static final Map<String, Behaviour> BEHAVIOURS = Map.of(
            "up", Behaviour.UP,
            "slow", Behaviour.SLOW,
            "fail", Behaviour.FAILING,
            "throttle", Behaviour.THROTTLING);

    private final Map<String, ? extends Controlled> systems;
    private final Endpoint endpoint;

    ControlDesk(int port, Map<String, ? extends Controlled> systems) {
        this.systems = systems;
        this.endpoint = new Endpoint("desk", port, this::answer);
    }

    void start() {
        endpoint.open();
    }

    URI url() {
        return endpoint.url();
    }

    private Answer answer(Request request) {
        if (request.is("GET", "")) {
            return states();
        }
        return Optional.ofNullable(systems.get(request.part(0)))
                .flatMap(system -> act(system, request))
                .orElseGet(() -> Answer.error(
                        404, "Try POST /crm/down, /crm/up, /crm/slow, /crm/fail, /crm/throttle or /crm/records/<id>"));
    }

    private Optional<Answer> act(Controlled system, Request request) {
        if (request.is("POST", "*", "records", "*")) {
            return Optional.of(system.edit(request.part(2), fields(request)));
        }
        if (request.is("POST", "*", "down")) {
            system.goDown();
            return Optional.of(states());
        }
        return request.is("POST", "*", "*") ? behave(system, request.part(1)) : Optional.empty();
    }

    private Optional<Answer> behave(Controlled system, String word) {
        return Optional.ofNullable(BEHAVIOURS.get(word)).map(behaviour -> {
            system.behave(behaviour);
            return states();
        });
    }

    private Answer states() {
        Map<String, String> states = new TreeMap<>();
        systems.forEach((name, system) -> states.put(name, system.state()));
        return Answer.of(200, states);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> fields(Request request) {
        return request.bodyAs(Map.class);
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
