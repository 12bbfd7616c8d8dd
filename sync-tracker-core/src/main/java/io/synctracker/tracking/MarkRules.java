package io.synctracker.tracking;

import io.synctracker.SyncTrackerException;
import io.synctracker.model.JsonText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mark may hold. */
final class MarkRules {

    private static final int MAX_SYSTEM = 64;
    private static final int MAX_EXTERNAL_ID = 255;
    private static final int MAX_ERROR = 4000;

    private MarkRules() {}

    static String system(@Nullable String system) {
        if (system == null || !system.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || system.length() > MAX_SYSTEM) {
            throw new InvalidMarkException(
                    "'" + system + "' is no name of a system. Use 1 to " + MAX_SYSTEM
                            + " letters, digits, dots, hyphens and underscores, beginning with a letter or a digit.",
                    null);
        }
        return system;
    }

    static @Nullable String externalId(@Nullable String externalId) {
        if (externalId == null) {
            return null;
        }
        if (externalId.isBlank()) {
            throw new InvalidMarkException("An external id is blank. Leave it out if the system has given none.", null);
        }
        if (externalId.length() > MAX_EXTERNAL_ID) {
            throw new InvalidMarkException(
                    "An external id has " + externalId.length() + " characters; " + MAX_EXTERNAL_ID
                            + " is the limit. It begins with '" + externalId.substring(0, 40) + "'.",
                    null);
        }
        if (!externalId.equals(storable(externalId))) {
            throw new InvalidMarkException(
                    "An external id of " + externalId.length()
                            + " characters holds a NUL or half a character, which no database takes.",
                    null);
        }
        return externalId;
    }

    /** Returns an error's text as every database takes it: no NUL, no half characters, at most 4000 characters. */
    static String error(@Nullable String error) {
        String text = error == null || error.isBlank() ? "no reason given" : storable(error);
        if (text.length() <= MAX_ERROR) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_ERROR - 1)) ? MAX_ERROR - 1 : MAX_ERROR;
        return text.substring(0, end);
    }

    static @Nullable String metadata(@Nullable Map<String, ?> metadata) {
        if (metadata == null) {
            return null;
        }
        try {
            return JsonText.write(metadata);
        } catch (SyncTrackerException e) {
            throw new InvalidMarkException("The metadata cannot be noted: " + offender(metadata), e);
        }
    }

    private static String offender(Map<String, ?> metadata) {
        for (Map.Entry<String, ?> entry : metadata.entrySet()) {
            try {
                JsonText.write(entry.getValue());
            } catch (SyncTrackerException e) {
                return "'" + entry.getKey() + "': " + e.getMessage();
            }
        }
        return "a key is no text.";
    }

    private static String storable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0)
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '?' : point)
                .forEach(result::appendCodePoint);
        return result.toString();
    }
}
