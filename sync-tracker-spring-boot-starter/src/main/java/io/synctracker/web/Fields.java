package io.synctracker.web;

import io.synctracker.web.Problem.FieldError;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of a body, so that one answer says all of it. */
final class Fields {

    private static final int MAX_CONNECTIONS = 100;

    private final List<FieldError> errors = new ArrayList<>();

    void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            wrong(field, "'" + field + "' is missing.");
            return "";
        }
        return value;
    }

    /** Returns names in their order, each once. */
    List<String> connections(@Nullable List<@Nullable String> names) {
        if (names == null || names.isEmpty()) {
            wrong("connections", "'connections' is missing. Name one or more.");
            return List.of();
        }
        if (names.size() > MAX_CONNECTIONS) {
            wrong("connections", "There are " + names.size() + " connections; " + MAX_CONNECTIONS + " is the limit.");
            return List.of();
        }
        LinkedHashSet<String> distinct = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            distinct.add(required("connections[" + i + "]", names.get(i)));
        }
        return List.copyOf(distinct);
    }

    ZoneId zone(@Nullable String name) {
        try {
            return ZoneId.of(name == null ? "UTC" : name);
        } catch (DateTimeException e) {
            wrong("zone", "'zone' is no time zone. Give one such as Europe/Berlin or UTC.");
            return ZoneId.of("UTC");
        }
    }

    /**
     * Ends the request if anything was wrong.
     *
     * @throws ProblemException with all of it
     */
    void check() {
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemKind.INVALID_VALUE, errors);
        }
    }
}
