package io.synctracker.connector;

/** A value of a record does not fit the attribute that it is for. Its text names kinds and no value. */
final class MisfitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MisfitException(String message) {
        super(message, null, false, false);
    }
}
