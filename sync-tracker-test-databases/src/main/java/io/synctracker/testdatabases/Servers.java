package io.synctracker.testdatabases;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds one server for each vendor, once in a JVM, and says which. Thread-safe. */
final class Servers {

    private final List<ServerSource> sources;
    private final boolean required;
    private final PrintStream console;
    private final Map<Vendor, Optional<Server>> found = new EnumMap<>(Vendor.class);

    /**
     * Uses the first source that leads to a server.
     *
     * @param required whether a vendor without a server fails the tests instead of skipping them
     * @param console where it is said what the tests run on
     */
    Servers(List<ServerSource> sources, boolean required, PrintStream console) {
        this.sources = List.copyOf(sources);
        this.required = required;
        this.console = console;
    }

    /** The servers that all tests of this JVM share. */
    static Servers shared() {
        return Shared.SERVERS;
    }

    /**
     * The server of a vendor.
     *
     * @throws IllegalStateException if there is none and it is required
     * @throws org.opentest4j.TestAbortedException if there is none and the tests may be skipped
     */
    Server server(Vendor vendor) {
        return find(vendor).orElseGet(() -> Assumptions.abort(absence(vendor)));
    }

    List<Vendor> available() {
        return Stream.of(Vendor.values())
                .filter(vendor -> find(vendor).isPresent())
                .toList();
    }

    private synchronized Optional<Server> find(Vendor vendor) {
        Optional<Server> server = found.computeIfAbsent(vendor, this::look);
        if (server.isEmpty() && required) {
            throw new IllegalStateException(absence(vendor));
        }
        return server;
    }

    private Optional<Server> look(Vendor vendor) {
        Optional<Server> server =
                sources.stream().flatMap(source -> source.find(vendor).stream()).findFirst();
        console.println("[test databases] " + server.map(Server::description).orElse("SKIPPED: " + absence(vendor)));
        return server;
    }

    private static String absence(Vendor vendor) {
        return "no " + vendor + " for the tests: set " + EnvironmentSource.variable(vendor, "_URL")
                + ", start Docker, or run the server on this machine";
    }

    /** Made on first use, so that a test of this class does not touch a server. */
    private static final class Shared {

        private static final Servers SERVERS = new Servers(
                List.of(
                        H2Server::find,
                        new EnvironmentSource(System::getenv),
                        new ContainerSource(new Docker()),
                        new LoopbackSource(),
                        new EmbeddedSource()),
                Objects.equals(System.getenv("CI"), "true"),
                System.out);
    }
}
