package io.synctracker.connector;

/** The run could not be confirmed, for which no record is to blame. */
final class UnconfirmedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException reason;

    UnconfirmedException(RuntimeException reason) {
        super(reason);
        this.reason = reason;
    }

    RuntimeException reason() {
        return reason;
    }
}
