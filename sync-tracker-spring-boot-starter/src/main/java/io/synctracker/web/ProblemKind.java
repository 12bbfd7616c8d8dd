package io.synctracker.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every kind of problem that the API answers with. Names are part of the API and stay. */
enum ProblemKind {
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter is wrong"),
    INVALID_BODY(HttpStatus.BAD_REQUEST, "The body cannot be read"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Nobody is logged in"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "A permission is missing"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
    UNKNOWN_RUN(HttpStatus.NOT_FOUND, "There is no such run"),
    UNKNOWN_SCHEDULE(HttpStatus.NOT_FOUND, "There is no such schedule"),
    UNKNOWN_CONNECTION(HttpStatus.NOT_FOUND, "There is no such connection"),
    UNKNOWN_ENTRY(HttpStatus.NOT_FOUND, "There is no such entry"),
    UNKNOWN_TARGET(HttpStatus.NOT_FOUND, "There is no such target"),
    UNKNOWN_TYPE(HttpStatus.NOT_FOUND, "There is no such type of entity"),
    UNKNOWN_ENTITY(HttpStatus.NOT_FOUND, "There is no such entity"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This cannot be done here"),
    CONFLICT(HttpStatus.CONFLICT, "It does not stand so that this can be done"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too long"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is not JSON"),
    INVALID_VALUE(HttpStatus.UNPROCESSABLE_CONTENT, "A value is wrong"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not now");

    /** Stable, and no address: nothing has to be there. */
    private static final String TYPES = "urn:sync-tracker:errors#";

    private final HttpStatus status;
    private final String title;

    ProblemKind(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status.value();
    }

    String title() {
        return title;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String type() {
        return TYPES + code();
    }
}
