package io.synctracker.http;

import static java.util.Objects.requireNonNull;

import io.synctracker.connector.BindingSettings;
import io.synctracker.connector.Connector;
import io.synctracker.connector.ConnectorFactory;
import io.synctracker.connector.Deletion;
import io.synctracker.connector.InvalidConnectionException;
import io.synctracker.target.HttpReader;
import io.synctracker.target.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes connectors that pull JSON over HTTP, by options alone: from those of the application, or from the settings of a
 * stored connection, whose keys are the options' names in kebab case. Thread-safe.
 */
public final class HttpConnectorFactory implements ConnectorFactory {

    /** What a stored connection of this kind has as its kind. */
    public static final String KIND = "http";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int MOST_PAGES = 1_000_000_000;
    private static final double SLOWEST = 0.001;
    private static final double FASTEST = 1000;

    private final Clock clock;
    private final Supplier<Map<String, Secret>> credentials;
    private final RateLimit.Pause pause;
    private final Map<String, RateLimit> rates = new ConcurrentHashMap<>();

    private HttpConnectorFactory(Clock clock, Supplier<Map<String, Secret>> credentials, RateLimit.Pause pause) {
        this.clock = requireNonNull(clock, "clock");
        this.credentials = requireNonNull(credentials, "credentials");
        this.pause = pause;
    }

    /**
     * Returns a factory.
     *
     * @param clock what dates in answers are compared with
     * @param credentials tells the shared credentials of this moment by name; asked by several threads at once
     */
    public static HttpConnectorFactory of(Clock clock, Supplier<Map<String, Secret>> credentials) {
        return new HttpConnectorFactory(clock, credentials, RateLimit.Pause.REAL);
    }

    /** Returns this factory with another passing of time. */
    HttpConnectorFactory withPause(RateLimit.Pause other) {
        return new HttpConnectorFactory(clock, credentials, other);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Returns the secret settings; {@code request.headers} and {@code request.query} are secret with all their parts. */
    @Override
    public Set<String> secrets() {
        return OptionsReader.secrets(HttpConnectorOptions.class);
    }

    @Override
    public Set<String> destinations() {
        return Set.of("url");
    }

    @Override
    public Connector create(String name, Map<String, @Nullable Object> settings) {
        return create(name, options(name, settings));
    }

    /**
     * Makes a connector, and calls nobody for that.
     *
     * @param name the connection's name
     * @param options how it is pulled
     * @return the connector
     * @throws InvalidConnectionException if an option is missing or wrong; the message names it and no secret
     */
    public Connector create(String name, HttpConnectorOptions options) {
        ConnectionSettings settings = new ConnectionSettings(name);
        settings.check("url", !options.url().isEmpty(), "is missing: set it to the address of the system.");
        check(settings, options.limits());
        Map<String, HttpStream> streams = new LinkedHashMap<>();
        for (String stream : order(settings, options)) {
            streams.put(stream, new HttpStream(settings, stream, options, clock));
        }
        String testPath = options.testPath();
        URI test = testPath == null ? null : PageUrls.address(settings, "test-path", options.url(), testPath.strip());
        bindings(settings, options);
        return new HttpConnector(name, streams, test, reader(settings, options), rate(name, options.limits()));
    }

    /** Connectors that were made for one connection have one limit. */
    private RateLimit rate(String name, HttpConnectorOptions.Limits limits) {
        double pace = limits.requestsPerSecond() == null ? 0 : limits.requestsPerSecond();
        return requireNonNull(
                rates.compute(name, (key, old) -> old != null && old.isOf(pace) ? old : new RateLimit(pace, pause)));
    }

    private HttpReader reader(ConnectionSettings settings, HttpConnectorOptions options) {
        HttpConnectorOptions.Limits limits = options.limits();
        return HttpReader.of(
                settings.connection(),
                new HttpReader.Access(options.request().headers(), new Credentials(settings, credentials).of(options)),
                new HttpReader.Limits(limits.connectTimeout(), limits.requestTimeout(), limits.maxBytes()),
                clock,
                (setting, problem) ->
                        settings.wrong(setting.startsWith("headers.") ? "request." + setting : setting, problem));
    }

    private static void check(ConnectionSettings settings, HttpConnectorOptions.Limits limits) {
        check(settings, "limits.connect-timeout", limits.connectTimeout());
        check(settings, "limits.request-timeout", limits.requestTimeout());
        Double pace = limits.requestsPerSecond();
        settings.check(
                "limits.requests-per-second",
                pace == null || (pace >= SLOWEST && pace <= FASTEST),
                "is " + pace + ": use 0.001 to 1000, or leave it out for no limit.");
        settings.check(
                "limits.max-bytes",
                limits.maxBytes() > 0 && limits.maxBytes() <= MOST_BYTES,
                "is " + limits.maxBytes() + ": use 1 to " + MOST_BYTES + " bytes.");
        settings.check(
                "limits.max-pages",
                limits.maxPages() > 0 && limits.maxPages() <= MOST_PAGES,
                "is " + limits.maxPages() + ": use 1 to " + MOST_PAGES + ".");
    }

    private static void check(ConnectionSettings settings, String setting, Duration timeout) {
        settings.check(
                setting,
                timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0,
                "is " + timeout + ": use more than nothing and at most a day, such as 10s.");
    }

    private static List<String> order(ConnectionSettings settings, HttpConnectorOptions options) {
        settings.check("streams", !options.streams().isEmpty(), "is missing: name at least one stream.");
        for (String stream : options.streams().keySet()) {
            settings.check(
                    "streams." + stream,
                    NAME.matcher(stream).matches(),
                    "has a name that is none: use 1 to 64 letters, digits, dots, dashes and underscores.");
        }
        return options.streams().entrySet().stream()
                .sorted(Comparator.comparing(stream -> stream.getValue().order()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<BindingSettings> bindings(String name, Map<String, @Nullable Object> settings) {
        return bindings(name, options(name, settings));
    }

    /**
     * Reads how the streams are bound.
     *
     * @param name the connection's name
     * @param options how it is pulled
     * @return what the options say about each stream that has a model
     * @throws InvalidConnectionException if an option is wrong
     */
    public List<BindingSettings> bindings(String name, HttpConnectorOptions options) {
        return bindings(new ConnectionSettings(name), options);
    }

    private static List<BindingSettings> bindings(ConnectionSettings settings, HttpConnectorOptions options) {
        List<BindingSettings> found = new ArrayList<>();
        for (String stream : order(settings, options)) {
            HttpBinding binding = requireNonNull(options.streams().get(stream)).binding();
            check(settings, "streams." + stream + ".binding.", binding);
            if (binding.model() != null) {
                found.add(new BindingSettings(
                        stream,
                        binding.model(),
                        binding.fields(),
                        binding.naturalKey(),
                        binding.deletion(),
                        binding.incremental(),
                        binding.conflict(),
                        binding.remoteAttributes()));
            }
        }
        return found;
    }

    private static void check(ConnectionSettings settings, String path, HttpBinding binding) {
        settings.check(
                path + "model",
                binding.model() != null || binding.naturalKey().isEmpty(),
                "is missing, though natural-key is set: name the tracked entity.");
        settings.check(
                path + "model",
                binding.model() == null || !binding.model().isBlank(),
                "is blank: name the tracked entity, or leave it out where a bean binds the stream.");
        settings.check(
                path + "deletion",
                binding.deletion() != Deletion.FULL_PASS || !binding.incremental(),
                "is full-pass, but an incremental stream never passes everything: use tombstones, or set incremental to"
                        + " false.");
        settings.check(
                path + "remote-attributes",
                binding.conflict().equals("merge") != binding.remoteAttributes().isEmpty(),
                "belongs to the conflict merge: set both, or neither.");
    }

    private static HttpConnectorOptions options(String name, Map<String, @Nullable Object> settings) {
        return new OptionsReader(new ConnectionSettings(name)).read(HttpConnectorOptions.class, "", settings);
    }
}
