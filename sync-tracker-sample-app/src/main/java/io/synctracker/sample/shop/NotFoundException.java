package io.synctracker.sample.shop;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Somebody asked for what is not there; answered with 404. */
final class NotFoundException extends ResponseStatusException {

    NotFoundException(String what, Object which) {
        super(HttpStatus.NOT_FOUND, "There is no " + what + " " + which);
    }
}
