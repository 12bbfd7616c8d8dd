package io.synctracker.target;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a text of another system fit for a reason: printable, short, and without what we keep secret. */
final class Redaction {

    /** Knows no secrets. */
    static final Redaction NONE = new Redaction(List.of());

    /** What is shorter is no secret, and hiding it would blot out innocent text. */
    private static final int SHORTEST_SECRET = 4;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}]+");

    private final List<String> secrets;

    Redaction(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .map(Redaction::printable)
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Returns the text in one line, without control characters and secrets. */
    String clean(String text) {
        String clean = printable(text);
        for (String secret : secrets) {
            clean = clean.replace(secret, "[hidden]");
        }
        return clean;
    }

    /** Returns at most so many characters of the clean text, with an ellipsis where some are missing. */
    String excerpt(String text, int limit) {
        String clean = clean(text);
        if (clean.codePointCount(0, clean.length()) <= limit) {
            return clean;
        }
        return limit == 0 ? "" : clean.substring(0, clean.offsetByCodePoints(0, limit)) + "…";
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "Redaction[" + secrets.size() + " hidden]";
    }
}
