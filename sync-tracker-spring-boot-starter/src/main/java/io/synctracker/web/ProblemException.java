package io.synctracker.web;

import io.synctracker.SyncTrackerException;
import io.synctracker.web.Problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;

    private ProblemException(ProblemKind kind, String detail, List<FieldError> errors, Map<String, String> headers) {
        super(detail, null, false, false);
        this.kind = kind;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    ProblemException(ProblemKind kind, String detail) {
        this(kind, detail, List.of(), Map.of());
    }

    ProblemException(ProblemKind kind, String detail, Map<String, String> headers) {
        this(kind, detail, List.of(), headers);
    }

    static ProblemException of(ProblemKind kind, List<FieldError> errors) {
        return new ProblemException(kind, errors.get(0).message(), errors, Map.of());
    }

    static ProblemException of(ProblemKind kind, String field, String message) {
        return of(kind, List.of(new FieldError(field, message)));
    }

    static ProblemException invalid(String field, String message) {
        return of(ProblemKind.INVALID_VALUE, field, message);
    }

    /** Does what can be refused because of how things stand. */
    static <R> R conflicting(Supplier<R> work) {
        return as(ProblemKind.CONFLICT, work);
    }

    /** Makes something of the fields of a body. */
    static <R> R ofFields(Supplier<R> work) {
        return as(ProblemKind.INVALID_VALUE, work);
    }

    private static <R> R as(ProblemKind kind, Supplier<R> work) {
        try {
            return work.get();
        } catch (SyncTrackerException e) {
            if (e.getClass() == SyncTrackerException.class) {
                throw new ProblemException(kind, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    ProblemKind kind() {
        return kind;
    }

    Map<String, String> headers() {
        return headers;
    }

    Problem problem(String path) {
        return new Problem(kind.type(), kind.title(), kind.status(), getMessage(), path, kind.code(), errors);
    }
}
