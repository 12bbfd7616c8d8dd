package io.synctracker.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a request. Read here and not by the host's conversions, which its settings can change. */
final class Query {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 500;
    private static final int MAX_TEXT = 200;

    private final HttpServletRequest request;

    Query(HttpServletRequest request) {
        this.request = request;
    }

    /** Returns {@code null} for an absent or empty parameter. */
    @Nullable
    String text(String name) {
        String value = request.getParameter(name);
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (value.length() > MAX_TEXT) {
            throw wrong(name, "has " + value.length() + " characters; " + MAX_TEXT + " is the limit");
        }
        return value;
    }

    @Nullable
    Long number(String name) {
        String value = text(name);
        return value == null ? null : Long.valueOf(number(name, value));
    }

    /** Returns how many rows a page has. */
    int limit() {
        Long limit = number("limit");
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw wrong("limit", "is " + limit + "; give 1 to " + MAX_LIMIT);
        }
        return limit.intValue();
    }

    @Nullable
    Instant instant(String name) {
        String value = text(name);
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw wrong(name, "is no time; write it as 2026-03-01T10:15:30Z");
        }
    }

    boolean flag(String name) {
        String value = Objects.requireNonNullElse(text(name), "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong(name, "is neither true nor false");
        }
        return value.equals("true");
    }

    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        String known = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw wrong(name, "is none of these: " + known);
    }

    /** Reads an id in a path. */
    static long id(String text) {
        return number("id", text);
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw wrong(name, "is no whole number");
        }
    }

    private static ProblemException wrong(String name, String how) {
        return ProblemException.of(ProblemKind.INVALID_PARAMETER, name, "The parameter '" + name + "' " + how + ".");
    }
}
