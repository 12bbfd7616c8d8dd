package io.synctracker.http;

import io.synctracker.connector.InvalidPageException;
import io.synctracker.target.HttpAnswer;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Says which page follows an answer. Thread-safe. */
final class Pager {

    private static final int LARGEST_PAGE = 5000;
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>((?:\\s*;[^;,\"<]*(?:\"[^\"]*\")?)*)");
    private static final Pattern NEXT =
            Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next(?=[\\s;]|$))");

    private final HttpPaging options;
    private final @Nullable JsonPointer next;
    private final @Nullable JsonPointer more;

    Pager(ConnectionSettings settings, String path, HttpPaging options) {
        this.options = options;
        this.next = settings.pointerOrNull(path + "next", options.next());
        this.more = settings.pointerOrNull(path + "more", options.more());
        settings.check(
                path + "next",
                (options.style() == HttpPaging.Style.CURSOR) == (next != null),
                next == null
                        ? "is missing: point it at the cursor of the next page."
                        : "is for cursors only: remove it, or set paging.style to cursor.");
        settings.check(
                path + "parameter",
                options.parameter() == null || options.style() != HttpPaging.Style.LINK,
                "is not for links, which are whole URLs: remove it.");
        settings.check(
                path + "size",
                options.size() > 0 && options.size() <= LARGEST_PAGE,
                "is " + options.size() + ": use 1 to " + LARGEST_PAGE + ".");
        settings.check(path + "first", options.first() >= 0, "is " + options.first() + ": use 0 or more.");
    }

    /** Returns whether the text that stands for a page is its URL. */
    boolean usesUrls() {
        return options.style() == HttpPaging.Style.LINK
                || (options.style() == HttpPaging.Style.CURSOR && options.parameter() == null);
    }

    /**
     * Adds what a request needs to get its page.
     *
     * @param following the text that stands for the page; {@code null} for the first
     * @param size how many records are asked for, if the system lets itself be asked
     */
    void ask(Map<String, String> query, @Nullable String following, int size) {
        if (options.sizeParameter() != null) {
            query.put(options.sizeParameter(), Integer.toString(size));
        }
        String page = following == null && isNumbered() ? options.first().toString() : following;
        if (options.parameter() != null && page != null) {
            query.put(options.parameter(), page);
        }
    }

    /** Returns whether pages are counted. */
    boolean isNumbered() {
        return options.style() == HttpPaging.Style.PAGE || options.style() == HttpPaging.Style.OFFSET;
    }

    int size() {
        return options.size();
    }

    /**
     * Returns the text that stands for the next page, whether or not the system says that there is one.
     *
     * @param at where this page was
     * @param records how many records were on it
     */
    Optional<String> following(Position at, JsonNode document, HttpAnswer answer, int records) {
        return switch (options.style()) {
            case NONE -> Optional.empty();
            case PAGE -> Optional.of(Long.toString(number(at) + 1));
            case OFFSET -> Optional.of(Long.toString(number(at) + records));
            case CURSOR -> cursor(document);
            case LINK -> link(answer.headers());
        };
    }

    /** Returns whether no page follows, though there may be a text for one. */
    boolean isLast(Position at, JsonNode document, int records, @Nullable Long total) {
        JsonNode flag = more == null ? null : document.at(more);
        if (flag != null && flag.isBoolean()) {
            return !flag.booleanValue();
        }
        // A short page is not the end: some systems give less than they are asked for.
        return isNumbered() && (records == 0 || (total != null && at.seen() + records >= total));
    }

    private long number(Position at) {
        try {
            return at.next() == null ? options.first() : Long.parseLong(at.next());
        } catch (NumberFormatException strange) {
            throw new InvalidPageException(
                    "the checkpoint is of another style of paging. Pull the stream from its beginning");
        }
    }

    private Optional<String> cursor(JsonNode document) {
        JsonNode node = next == null ? null : document.at(next);
        return node != null && (node.isString() || node.isIntegralNumber())
                ? Optional.of(node.asString()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static Optional<String> link(HttpHeaders headers) {
        for (String header : headers.allValues("Link")) {
            Matcher matcher = LINK.matcher(header);
            while (matcher.find()) {
                if (NEXT.matcher(matcher.group(2)).find()) {
                    return Optional.of(matcher.group(1).strip());
                }
            }
        }
        return Optional.empty();
    }
}
