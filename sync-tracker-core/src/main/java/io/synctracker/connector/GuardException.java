package io.synctracker.connector;

/** A pull would do harm, and is given up. */
final class GuardException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GuardException(String message) {
        super(message, null, false, false);
    }
}
