package io.synctracker.web;

import static io.synctracker.web.SyncTrackerPermission.MANAGE;
import static io.synctracker.web.SyncTrackerPermission.RUN;
import static io.synctracker.web.SyncTrackerPermission.VIEW;

import io.synctracker.connector.Connection;
import io.synctracker.connector.ConnectionDraft;
import io.synctracker.connector.ConnectionTest;
import io.synctracker.connector.Connections;
import io.synctracker.connector.UnknownConnectionException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Connections: seen, made, changed, removed and tested. Secrets go in and never come out. */
@ApiController
class ConnectionController extends ProblemHandler {

    private final Connections connections;
    private final WebParts parts;

    ConnectionController(Connections connections, WebParts parts) {
        this.connections = connections;
        this.parts = parts;
    }

    @GetMapping("/connections")
    @Requires(VIEW)
    Reply list() {
        return Reply.ok(new All(connections.all()));
    }

    @PostMapping("/connections")
    @Requires(MANAGE)
    Reply create(HttpServletRequest request) throws IOException {
        ConnectionDraft draft = parts.json().read(request, ConnectionForm.class).draft(null);
        if (connections.find(draft.name()).isPresent()) {
            throw new ProblemException(
                    ProblemKind.CONFLICT, "There is a connection '" + draft.name() + "' already. Take another name.");
        }
        Connection connection =
                parts.atomically(() -> connections.create(draft, parts.caller().nameOrNull(request)));
        return Reply.created(connection, "connections/" + connection.name());
    }

    @GetMapping("/connections/{name}")
    @Requires(VIEW)
    Reply one(@PathVariable("name") String name) {
        return Reply.ok(found(name));
    }

    @PutMapping("/connections/{name}")
    @Requires(MANAGE)
    Reply update(@PathVariable("name") String name, HttpServletRequest request) throws IOException {
        requireStored(name);
        ConnectionDraft draft = parts.json().read(request, ConnectionForm.class).draft(name);
        return Reply.ok(parts.atomically(() -> connections.update(draft)));
    }

    @DeleteMapping("/connections/{name}")
    @Requires(MANAGE)
    Reply delete(@PathVariable("name") String name) {
        requireStored(name);
        parts.atomically(() -> connections.delete(name));
        return Reply.noContent();
    }

    @PostMapping("/connections/{name}/test")
    @Requires(RUN)
    Reply test(@PathVariable("name") String name) {
        ConnectionTest test = connections.test(name);
        return Reply.ok(
                new Tested(test.successful(), test.message(), test.took().toMillis()));
    }

    private Connection found(String name) {
        return connections
                .find(name)
                .orElseThrow(() -> new UnknownConnectionException(
                        name, connections.all().stream().map(Connection::name).toList()));
    }

    private void requireStored(String name) {
        if (!found(name).stored()) {
            throw new ProblemException(
                    ProblemKind.CONFLICT,
                    "The application itself declares the connection '" + name + "'. Change it there.");
        }
    }

    /**
     * All connections.
     *
     * @param items the connections, by name
     */
    record All(List<Connection> items) {}

    /**
     * What a test has found.
     *
     * @param successful whether the system answered and let us in
     * @param message what it found, for a person
     * @param tookMillis how long it took
     */
    record Tested(boolean successful, String message, long tookMillis) {}
}
