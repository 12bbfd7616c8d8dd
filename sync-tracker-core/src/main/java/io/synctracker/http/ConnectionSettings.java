package io.synctracker.http;

import io.synctracker.connector.InvalidConnectionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Knows whose settings are read, so that whatever is wrong is reported under its full name. */
record ConnectionSettings(String connection) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}]+");
    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST_SETTING = 200;

    /** Returns an exception, of a setting's name and of words that follow it and show no secret. */
    InvalidConnectionException wrong(String setting, String problem) {
        return new InvalidConnectionException("Connection " + connection + ": the setting "
                + quote(setting, LONGEST_SETTING) + " " + problem + " See docs/reference/http-connector.md.");
    }

    void check(String setting, boolean holds, String problem) {
        if (!holds) {
            throw wrong(setting, problem);
        }
    }

    /**
     * Reads one setting.
     *
     * @param read throws {@link IllegalArgumentException} with words that follow the setting's name
     */
    <T> T read(String setting, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException problem) {
            throw wrong(setting, String.valueOf(problem.getMessage()));
        }
    }

    /** Returns a pointer, or the member of that name. */
    JsonPointer pointer(String setting, String text) {
        if (text.isEmpty()) {
            return JsonPointer.empty();
        }
        check(setting, !text.isBlank(), "is blank: write a JSON pointer such as /data/id, or a name.");
        return text.startsWith("/")
                ? JsonPointer.compile(text)
                : JsonPointer.empty().appendProperty(text);
    }

    @Nullable
    JsonPointer pointerOrNull(String setting, @Nullable String text) {
        return text == null ? null : pointer(setting, text);
    }

    /** Returns a text of somebody else in one line, and not too long. */
    static String quote(String text) {
        return quote(text, LONGEST_QUOTE);
    }

    private static String quote(String text, int limit) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return line.length() <= limit ? line : line.substring(0, limit) + "…";
    }
}
