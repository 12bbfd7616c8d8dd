package io.synctracker.sample.shop;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what the database refuses, without quoting it: its words hold the values. */
@RestControllerAdvice
class Refusals {

    @ExceptionHandler
    ProblemDetail refused(DataIntegrityViolationException refusal) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "Another one has this SKU or e-mail address already, or a value is too long");
    }
}
