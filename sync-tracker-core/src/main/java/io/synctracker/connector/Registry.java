package io.synctracker.connector;

import io.synctracker.SyncTrackerException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows every connection, and makes the connectors of stored ones when their rows are new. Thread-safe. */
final class Registry {

    static final String BEAN = "bean";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int MAX_STREAM = 64;

    private final Map<String, Live> declared = new LinkedHashMap<>();
    private final Map<String, ConnectorFactory> factories = new LinkedHashMap<>();
    private final ConnectionRows rows;
    private final Secrets secrets;
    private final Bindings bindings;
    private final Map<String, Live> made = new ConcurrentHashMap<>();

    Registry(ConnectionRows rows, Secrets secrets, Bindings bindings) {
        this.rows = rows;
        this.secrets = secrets;
        this.bindings = bindings;
    }

    /** Adds a connection of the application's own. */
    void declare(Connector connector, String kind, List<BindingSettings> settings) {
        refuseBadNames(connector);
        Live live = new Live(connector, kind, true, settings, null);
        if (declared.putIfAbsent(connector.name(), live) != null) {
            throw new InvalidConnectionException("There are two connections of the name '" + connector.name()
                    + "'. Give each a name of its own; it is the system's.");
        }
    }

    void add(ConnectorFactory factory) {
        if (factories.putIfAbsent(factory.kind(), factory) != null) {
            throw new InvalidConnectionException(
                    "Two factories make connections of the kind '" + factory.kind() + "'. Leave one out.");
        }
    }

    static void refuseBadNames(Connector connector) {
        refuseBadName(connector.name());
        for (String stream : connector.streams()) {
            if (stream.isBlank() || stream.length() > MAX_STREAM || stream.equals("*")) {
                throw new InvalidConnectionException(
                        "The connection '" + connector.name() + "' has a stream of the name '" + stream + "'. Use 1 to "
                                + MAX_STREAM + " characters, and not the star, which means all.");
            }
        }
    }

    static void refuseBadName(@Nullable String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new InvalidConnectionException(
                    "'" + name + "' is no name of a connection. Use 1 to 64 letters, digits,"
                            + " dots, dashes and underscores, beginning with a letter or a digit.");
        }
    }

    /** Checks all that the application declares. */
    void check() {
        declared.forEach((name, live) -> bound(live));
        TreeSet<String> strangers = new TreeSet<>(bindings.systems());
        strangers.removeAll(declared.keySet());
        if (!strangers.isEmpty() && factories.isEmpty()) {
            throw new InvalidConnectionException("A stream of the connection '" + strangers.first()
                    + "' is bound, but there is no such connection. There are: "
                    + (declared.isEmpty() ? "none" : String.join(", ", new TreeSet<>(declared.keySet())))
                    + ". Declare a Connector bean of that name, or correct the binding.");
        }
    }

    List<Bound> bound(Live live) {
        return bindings.of(live.connector().name(), live.connector().streams(), live.bindings());
    }

    Map<String, Live> declared() {
        return declared;
    }

    Set<String> names() {
        TreeSet<String> names = new TreeSet<>(declared.keySet());
        rows.all().forEach(row -> names.add(row.name()));
        return names;
    }

    boolean exists(String name) {
        return declared.containsKey(name) || rows.find(name).isPresent();
    }

    /**
     * Returns a connection, ready to be used.
     *
     * @throws UnknownConnectionException if there is none of that name
     * @throws SyncTrackerException if it is stored and cannot be made
     */
    Live get(String name) {
        Live live = declared.get(name);
        if (live != null) {
            return live;
        }
        Optional<ConnectionRow> row = rows.find(name);
        return made(row.orElseThrow(() -> new UnknownConnectionException(name, names())));
    }

    /** Returns a stored connection, made anew if its row is another one than it was. */
    Live made(ConnectionRow row) {
        Live known = made.get(row.name());
        if (known != null && row.equals(known.row())) {
            return known;
        }
        ConnectorFactory factory = factory(row.name(), row.kind());
        Map<String, @Nullable Object> settings = secrets.decoded(row.settings());
        Live live = make(factory, row.name(), row.enabled(), settings, row);
        made.put(row.name(), live);
        return live;
    }

    /** Makes what a draft says and checks it, and keeps nothing of it. */
    void tryOut(ConnectionDraft draft) {
        bound(make(factory(draft.name(), draft.kind()), draft.name(), true, draft.settings(), null));
    }

    private static Live make(
            ConnectorFactory factory,
            String name,
            boolean enabled,
            Map<String, @Nullable Object> settings,
            @Nullable ConnectionRow row) {
        Connector connector = factory.create(name, settings);
        refuseBadNames(connector);
        if (!connector.name().equals(name)) {
            throw new InvalidConnectionException(
                    "The factory of the kind '" + factory.kind() + "' has made a connector '" + connector.name()
                            + "' for the connection '" + name + "'. It must give it that name.");
        }
        return new Live(connector, factory.kind(), enabled, factory.bindings(name, settings), row);
    }

    ConnectorFactory factory(String name, String kind) {
        ConnectorFactory factory = factories.get(kind);
        if (factory == null) {
            throw new InvalidConnectionException("The connection '" + name + "' is of the kind '" + kind
                    + "', which nothing here makes. There are: "
                    + (factories.isEmpty() ? "none" : String.join(", ", new TreeSet<>(factories.keySet()))) + ".");
        }
        return factory;
    }

    void forget(String name) {
        made.remove(name);
    }
}
