package io.synctracker.sample.shop;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what was wrong with a request. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

    /** Does not quote the database: its words hold the values. */
    @ExceptionHandler
    ProblemDetail refused(DataIntegrityViolationException refusal) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "Another one has this SKU or e-mail address already, or a value is too long");
    }

    /** Quotes what the input's own checks say, and nothing of the JSON parser. */
    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(unreadable);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                cause.getClass() == IllegalArgumentException.class
                        ? String.valueOf(cause.getMessage())
                        : "The body is not the JSON that is expected here");
    }
}
