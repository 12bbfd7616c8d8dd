package io.synctracker.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A URL with placeholders in its path or query. Whatever fills them stays inside the path segment or value it fills. */
final class UrlTemplate {

    static final String EXTERNAL_ID = "externalId";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://.*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final String text;

    private UrlTemplate(String text) {
        this.text = text;
        checkPlaceholders();
        checkUrl(URI.create(fill("x")));
    }

    /**
     * Puts a template together.
     *
     * @param url the common part, whose query stays at the end
     * @param path what is appended to it, or an absolute URL instead of it
     * @throws IllegalArgumentException if the two make no usable URL; the message shows neither query nor user info
     */
    static UrlTemplate of(String url, String path) {
        String text = ABSOLUTE.matcher(path).matches() ? path : join(url, path);
        if (!ABSOLUTE.matcher(text).matches()) {
            throw wrong(
                    text, "is no absolute http or https URL: write one such as https://crm.example.com/api/products.");
        }
        try {
            return new UrlTemplate(text);
        } catch (IllegalUrlException problem) {
            throw problem;
        } catch (IllegalArgumentException syntax) {
            throw wrong(
                    text,
                    "is no valid URL: percent-encode what a URL cannot hold, and put placeholders after the host.");
        }
    }

    private static String join(String url, String path) {
        if (path.isEmpty()) {
            return url;
        }
        int end = url.indexOf('?');
        String base = end < 0 ? url : url.substring(0, end);
        String query = end < 0 ? "" : (path.contains("?") ? "&" : "?") + url.substring(end + 1);
        String slash = path.startsWith("/") || path.startsWith("?") ? "" : "/";
        String stem = base.endsWith("/") && !path.startsWith("?") ? base.substring(0, base.length() - 1) : base;
        return stem + slash + path + query;
    }

    /** Returns the URL if it has no placeholder; otherwise each is filled with an x. */
    URI plain() {
        return URI.create(URI.create(fill("x")).toASCIIString());
    }

    /** Returns whether the URL has a place for this placeholder. */
    boolean needs(String placeholder) {
        return text.contains("{" + placeholder + "}");
    }

    /**
     * Returns the URL for one delivery.
     *
     * @throws NotDeliveredException if an id would leave the place that the template gives it
     */
    URI expand(Delivery delivery) throws NotDeliveredException {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder url = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(url, Matcher.quoteReplacement(encoded(matcher.group(1), delivery)));
        }
        URI uri = URI.create(matcher.appendTail(url).toString());
        if (climbs(uri)) {
            throw NotDeliveredException.rejected("Not sent: an id of . or .. would lead to another URL."
                    + " Change the path template so that the id is only a part of its segment.");
        }
        return URI.create(uri.toASCIIString());
    }

    private static String encoded(String placeholder, Delivery delivery) throws NotDeliveredException {
        String value = value(placeholder, delivery);
        if (value.isBlank() || CONTROL.matcher(value).find()) {
            throw NotDeliveredException.rejected("Not sent: the " + placeholder + " that its URL needs is "
                    + (value.isBlank()
                            ? "empty."
                            : "not safe in a URL: it holds a line break or another control character."));
        }
        return encode(value);
    }

    private static String value(String placeholder, Delivery delivery) {
        return switch (placeholder) {
            case EXTERNAL_ID -> delivery.externalId().orElse("");
            case "id" -> delivery.entity().id();
            default -> delivery.entity().type();
        };
    }

    /** Percent-encodes everything but the unreserved characters of RFC 3986. */
    static String encode(String value) {
        return URLEncoder.encode(value, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private void checkPlaceholders() {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            if (!matcher.group(1).matches("externalId|id|type")) {
                throw new IllegalUrlException(
                        "has the unknown placeholder " + matcher.group() + ": use {externalId}, {id} or {type}.");
            }
        }
    }

    private void checkUrl(URI uri) {
        if (uri.getRawUserInfo() != null) {
            throw new IllegalUrlException("holds a user or a password: use http.authentication for them.");
        }
        if (uri.getHost() == null
                || uri.getPort() > 65_535
                || !text.startsWith(uri.getScheme() + "://" + uri.getRawAuthority())) {
            throw wrong(
                    text,
                    "has no valid host and port: write one such as https://crm.example.com/api/products,"
                            + " without an underscore or a placeholder in the host.");
        }
        if (uri.getRawFragment() != null) {
            throw wrong(text, "has a fragment, which is never sent: remove what follows the #.");
        }
        if (climbs(uri)) {
            throw wrong(text, "has a path segment of . or ..: write the path that is meant.");
        }
    }

    private static boolean climbs(URI uri) {
        return Arrays.stream(uri.getRawPath().split("/"))
                .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    private String fill(String value) {
        return PLACEHOLDER.matcher(text).replaceAll(value);
    }

    private static IllegalUrlException wrong(String url, String problem) {
        String shown = url.contains("@") ? "" : Redaction.NONE.clean(url).replaceFirst("[?#].*", "");
        return new IllegalUrlException((shown.isEmpty() ? "" : "makes '" + shown + "', which ") + problem);
    }

    /** Its message is fit to be shown, unlike that of a URL parser. */
    private static final class IllegalUrlException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        IllegalUrlException(String message) {
            super(message);
        }
    }
}
