package io.synctracker.http;

import io.synctracker.SyncTrackerException;
import io.synctracker.connector.InvalidPageException;
import io.synctracker.model.JsonText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a pull stands between two pages; a checkpoint is its text.
 *
 * @param next the number, offset, cursor or URL of the next page; {@code null} for the first
 * @param pages how many pages came before
 * @param seen how many records were on them
 * @param since the time since which records are asked for; {@code null} for all
 * @param newest the latest time of change so far; {@code null} if no record has named one
 * @param print tells the page before from others; {@code null} before the first
 * @param mark tells a page further back from others: the one whose number was a power of two
 */
record Position(
        @Nullable String next,
        long pages,
        long seen,
        @Nullable Instant since,
        @Nullable Instant newest,
        @Nullable String print,
        @Nullable String mark) {

    static final Position START = new Position(null, 0, 0, null, null, null, null);

    private static final int LONGEST_CHECKPOINT = 4000;

    /**
     * Reads a checkpoint.
     *
     * @throws InvalidPageException if it is none of this connector's
     */
    static Position read(@Nullable String checkpoint) {
        if (checkpoint == null) {
            return START;
        }
        try {
            Map<String, @Nullable Object> parts = JsonText.readMap(checkpoint);
            return new Position(
                    text(parts.get("next")),
                    count(parts.get("pages")),
                    count(parts.get("seen")),
                    time(parts.get("since")),
                    time(parts.get("newest")),
                    text(parts.get("print")),
                    text(parts.get("mark")));
        } catch (SyncTrackerException | NumberFormatException | DateTimeException strange) {
            throw new InvalidPageException("the checkpoint is none of an HTTP connector. It was changed outside the"
                    + " library, or the connection was of another kind");
        }
    }

    private static @Nullable String text(@Nullable Object part) {
        return part == null ? null : part.toString();
    }

    private static long count(@Nullable Object part) {
        return part == null ? 0 : Long.parseLong(part.toString());
    }

    private static @Nullable Instant time(@Nullable Object part) {
        return part == null ? null : Instant.parse(part.toString());
    }

    /**
     * Returns the text of it.
     *
     * @throws InvalidPageException if the cursor is too long to be kept
     */
    String checkpoint() {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        put(parts, "next", next);
        put(parts, "pages", pages == 0 ? null : pages);
        put(parts, "seen", seen == 0 ? null : seen);
        put(parts, "since", since == null ? null : since.toString());
        put(parts, "newest", newest == null ? null : newest.toString());
        put(parts, "print", print);
        put(parts, "mark", mark);
        String text = JsonText.write(parts);
        if (text.length() > LONGEST_CHECKPOINT) {
            throw new InvalidPageException("the system names a next page with "
                    + Objects.toString(next, "").length() + " characters; a checkpoint has at most "
                    + LONGEST_CHECKPOINT);
        }
        return text;
    }

    private static void put(Map<String, @Nullable Object> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value);
        }
    }

    /** Returns this position with another beginning of time. */
    Position since(Instant time) {
        return new Position(next, pages, seen, time, newest, print, mark);
    }

    /** Returns this position at a page. */
    Position at(String page) {
        return new Position(page, pages, seen, since, newest, print, mark);
    }

    /** Returns the position after a page that another one follows. */
    Position then(String following, int records, @Nullable Instant latest, String pagePrint) {
        boolean powerOfTwo = Long.bitCount(pages + 1) == 1;
        return new Position(
                following, pages + 1, seen + records, since, latest, pagePrint, powerOfTwo ? trace(following) : mark);
    }

    /** Returns whether a page was marked as the one that is to come next: then the pages go in a circle. */
    boolean hasMarked(String following) {
        return trace(following).equals(mark);
    }

    private static String trace(String following) {
        return Integer.toHexString(following.length()) + Integer.toHexString(following.hashCode());
    }
}
