package io.synctracker.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.synctracker.connector.FetchWindow;
import io.synctracker.connector.InvalidPageException;
import io.synctracker.target.HttpReader;
import io.synctracker.target.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the URL of each page, and keeps the credentials on the connection's own host. Thread-safe. */
final class PageUrls {

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final URI address;
    private final Map<String, Secret> secretQuery;
    private final Map<String, String> query;
    private final HttpWindow window;
    private final Pager pager;

    PageUrls(
            ConnectionSettings settings,
            String path,
            HttpConnectorOptions connection,
            HttpStreamOptions stream,
            Pager pager) {
        this.address = address(settings, path + "path", connection.url(), stream.path());
        this.secretQuery = connection.request().query();
        this.query = stream.query();
        this.window = stream.window();
        this.pager = pager;
        settings.check(
                path + "window.overlap",
                !window.overlap().isNegative() && window.overlap().compareTo(LONGEST_OVERLAP) <= 0,
                "is " + window.overlap() + ": use 0s to 30d.");
    }

    /** Returns a URL of the connection, which has the host that the credentials are for. */
    static URI address(ConnectionSettings settings, String setting, String url, String path) {
        URI base = settings.read("url", () -> HttpReader.address(url, ""));
        settings.check("url", base.getRawQuery() == null, "has a query: put its parameters under request.query.");
        URI address = settings.read(setting, () -> HttpReader.address(url, path));
        settings.check(
                setting,
                isSameOrigin(base, address),
                "leads to another host than url, and credentials are sent to one host only: make a connection for each.");
        return address;
    }

    /**
     * Returns the URL of a page.
     *
     * @param at which page
     * @param days only what falls into it, or {@code null}
     * @param size how many records are asked for
     * @throws InvalidPageException if the system leads to another host
     */
    URI url(Position at, @Nullable FetchWindow days, int size) {
        if (at.next() != null && pager.usesUrls()) {
            return withSecrets(resolve(at.next()));
        }
        Map<String, String> all = new LinkedHashMap<>(query);
        addTimes(all, at, days);
        pager.ask(all, at.next(), size);
        return withSecrets(append(address, all));
    }

    private void addTimes(Map<String, String> all, Position at, @Nullable FetchWindow days) {
        if (days != null && window.from() != null) {
            all.put(window.from(), window.format().begin(days.from(), days.zone()));
        }
        if (days != null && window.to() != null) {
            all.put(window.to(), window.format().end(days.to(), days.zone(), window.exclusiveEnd()));
        }
        if (at.since() != null && window.since() != null) {
            all.put(window.since(), window.format().text(at.since()));
        }
    }

    /** Returns whether a pull can go on where the last one has ended, because the system can be asked for what is newer. */
    boolean asksSince() {
        return window.since() != null;
    }

    Duration overlap() {
        return window.overlap();
    }

    /**
     * Returns the text of a URL that the system has named, fit to be stored: absolute, and without our secrets.
     *
     * @param page where the system named it
     * @throws InvalidPageException if it leads to another host
     */
    String storable(String named, Position page) {
        URI base = page.next() == null ? address : resolve(page.next());
        URI url = checked(base, named);
        return secretQuery.isEmpty() ? url.toString() : withoutSecrets(url).toString();
    }

    private URI resolve(String stored) {
        return checked(address, stored);
    }

    private URI checked(URI base, String named) {
        URI url;
        try {
            // The JDK resolves a query alone as RFC 2396 did, without the last part of the path.
            String text = named.startsWith("?") ? withoutQuery(base) + named : named;
            url = URI.create(base.resolve(URI.create(text)).toASCIIString());
        } catch (IllegalArgumentException malformed) {
            throw new InvalidPageException("the next page has no valid URL");
        }
        if (!isSameOrigin(address, url)) {
            throw new InvalidPageException(
                    "the next page is on another host than the connection's url. Nothing was sent"
                            + " there, since the credentials are for one host only");
        }
        return url;
    }

    private static boolean isSameOrigin(URI one, URI other) {
        return other.getHost() != null
                && other.getRawUserInfo() == null
                && one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private URI withSecrets(URI url) {
        Map<String, String> secrets = new LinkedHashMap<>();
        secretQuery.forEach((name, secret) -> secrets.put(name, secret.value()));
        return append(withoutSecrets(url), secrets);
    }

    private URI withoutSecrets(URI url) {
        if (secretQuery.isEmpty() || url.getRawQuery() == null) {
            return url;
        }
        String rest = Arrays.stream(url.getRawQuery().split("&"))
                .filter(pair -> secretQuery.keySet().stream().noneMatch(name -> isNamed(pair, name)))
                .collect(Collectors.joining("&"));
        String text = withoutQuery(url);
        return URI.create(rest.isEmpty() ? text : text + "?" + rest);
    }

    private static boolean isNamed(String pair, String name) {
        String key = pair.replaceFirst("=.*", "");
        return key.equals(name) || key.equals(encode(name));
    }

    private static String withoutQuery(URI url) {
        return url.toString().replaceFirst("[?#].*", "");
    }

    private static URI append(URI url, Map<String, String> query) {
        if (query.isEmpty()) {
            return url;
        }
        String more = query.entrySet().stream()
                .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
                .collect(Collectors.joining("&"));
        String before = url.getRawQuery() == null ? "" : url.getRawQuery() + "&";
        return URI.create(withoutQuery(url) + "?" + before + more);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
