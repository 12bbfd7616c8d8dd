package io.synctracker.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads over HTTP what a connector asks for: with credentials, for a limited time and a limited number of bytes, and
 * without following redirects. Thread-safe; its daemon threads end when they have nothing to do.
 */
public final class HttpReader {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s;\"]+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("[{}]");

    private final CredentialHeaders credentials;
    private final HttpExchanges exchanges;
    private final int maxBytes;
    private final Clock clock;

    private HttpReader(String name, Access access, Limits limits, TargetSettings settings, Clock clock) {
        this.credentials = new CredentialHeaders(settings, access.headers(), access.authentication());
        // One byte more than is allowed tells a body that is just as long from one that is longer.
        this.exchanges = new HttpExchanges(
                "sync-connector-" + name,
                new HttpTargetOptions.Timeouts(limits.connect(), limits.request()),
                limits.maxBytes() + 1);
        this.maxBytes = limits.maxBytes();
        this.clock = clock;
    }

    /**
     * Makes a reader, and calls nobody for that.
     *
     * @param name whose reader it is; its threads are named after it
     * @param access what is sent with each request
     * @param limits how long and how much; the caller has checked them
     * @param clock what dates in {@code Retry-After} are compared with
     * @param wrong makes the exception that is thrown for a wrong setting, of its name ({@code headers.<name>} or one
     *     below {@code authentication}) and of words that follow it and show no secret
     */
    public static HttpReader of(
            String name,
            Access access,
            Limits limits,
            Clock clock,
            BiFunction<String, String, ? extends RuntimeException> wrong) {
        return new HttpReader(name, access, limits, new TargetSettings(name, wrong), clock);
    }

    /**
     * Puts a URL together.
     *
     * @param url an absolute http or https URL
     * @param path what is appended to it, or an absolute URL instead of it
     * @return the URL, in ASCII
     * @throws IllegalArgumentException if the two make no usable URL; the message follows the setting's name, and shows
     *     neither query nor user info
     */
    public static URI address(String url, String path) {
        if (PLACEHOLDER.matcher(url + path).find()) {
            throw new IllegalArgumentException(
                    "has a placeholder, but nothing here fills one: write the URL as it is.");
        }
        return UrlTemplate.of(url, path).plain();
    }

    /**
     * Reads what is at a URL. The credentials are sent along: the caller has made sure that it is theirs to see.
     *
     * @param url an http or https URL
     * @return what was answered, whatever its status
     * @throws IOException if there was no whole answer; the message says why, and shows neither secrets nor the path
     * @throws InterruptedException if the thread was interrupted; it stays so, and the exchange is cancelled
     */
    public HttpAnswer get(URI url) throws IOException, InterruptedException {
        try {
            Set<String> hidden = new HashSet<>();
            HttpRequest.Builder request = HttpRequest.newBuilder(url)
                    .GET()
                    .setHeader("User-Agent", "sync-tracker")
                    .setHeader("Accept", "application/json");
            credentials.resolve(hidden).forEach(request::setHeader);
            OutgoingRequest outgoing = new OutgoingRequest(request.build(), new Redaction(hidden));
            return answer(exchanges.exchange(outgoing, exchanges.deadline()));
        } catch (NotDeliveredException failure) {
            throw new IOException(failure.getMessage());
        }
    }

    private HttpAnswer answer(HttpResponse<byte[]> response) {
        Duration wait = response.headers()
                .firstValue("Retry-After")
                .flatMap(header -> RetryAfter.parse(header, clock.instant()))
                .orElse(null);
        if (response.body().length > maxBytes) {
            return flawed(response, "has more than " + maxBytes + " bytes", wait);
        }
        try {
            String text = charset(response)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(response.body()))
                    .toString();
            String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return new HttpAnswer(response.statusCode(), response.headers(), content, null, wait);
        } catch (IllegalArgumentException unknown) {
            return flawed(response, "names a charset that is not known here", wait);
        } catch (CharacterCodingException malformed) {
            return flawed(response, "is no text in the charset that it should have", wait);
        }
    }

    private static HttpAnswer flawed(HttpResponse<byte[]> response, String flaw, @Nullable Duration wait) {
        return new HttpAnswer(response.statusCode(), response.headers(), "", flaw, wait);
    }

    private static Charset charset(HttpResponse<byte[]> response) {
        Matcher matcher =
                CHARSET.matcher(response.headers().firstValue("Content-Type").orElse(""));
        return matcher.find() ? Charset.forName(matcher.group(1)) : UTF_8;
    }

    /**
     * What is sent with each request.
     *
     * @param headers by name
     * @param authentication how the reader proves who it is
     */
    public record Access(Map<String, Secret> headers, HttpAuthentication authentication) {

        /** Copies what it is given. */
        public Access {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * How long and how much.
     *
     * @param connect until a connection stands
     * @param request for one answer as a whole
     * @param maxBytes of an answer's body; at most 64 MiB
     */
    public record Limits(Duration connect, Duration request, int maxBytes) {}
}
